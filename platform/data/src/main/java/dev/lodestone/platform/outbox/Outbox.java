package dev.lodestone.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Writes what a transaction tells others. */
public final class Outbox {
    private static final String APPEND = """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, traceparent, reason, origin)
            select id, topic, key, type, payload, traceparent, reason, origin
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::text[], $7::text[], $8::text[])
                 with ordinality as row (id, topic, key, type, payload, traceparent, reason, origin, ord)
            order by ord
            """;

    private Outbox() {}

    /** Appends {@code rows} in their order, in one statement. Callers hold the locks of the members the rows are about. */
    public static Uni<Void> append(SqlConnection tx, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(column(rows, OutboxRow::id, UUID[]::new))
                .addArrayOfString(column(rows, OutboxRow::topic, String[]::new))
                .addArrayOfString(column(rows, OutboxRow::key, String[]::new))
                .addArrayOfString(column(rows, OutboxRow::type, String[]::new))
                .addValue(column(rows, row -> Buffer.buffer(row.payload()), Buffer[]::new))
                .addArrayOfString(column(rows, OutboxRow::traceparent, String[]::new))
                .addArrayOfString(column(rows, OutboxRow::reason, String[]::new))
                .addArrayOfString(column(rows, OutboxRow::origin, String[]::new));
        return tx.preparedQuery(APPEND).execute(columns).replaceWithVoid();
    }

    private static <T> T[] column(List<OutboxRow> rows, Function<OutboxRow, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
