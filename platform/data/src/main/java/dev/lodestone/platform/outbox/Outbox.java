package dev.lodestone.platform.outbox;

import dev.lodestone.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Writes the events that a transaction publishes. */
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
        return Columns.of(rows)
                .uuids(OutboxRow::id)
                .texts(OutboxRow::topic)
                .texts(OutboxRow::key)
                .texts(OutboxRow::type)
                .bytes(OutboxRow::payload)
                .texts(OutboxRow::traceparent)
                .texts(OutboxRow::reason)
                .texts(OutboxRow::origin)
                .execute(tx, APPEND);
    }
}
