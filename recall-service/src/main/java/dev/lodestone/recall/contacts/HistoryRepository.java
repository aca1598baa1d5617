package dev.lodestone.recall.contacts;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The append-only history of changes. */
@ApplicationScoped
class HistoryRepository {
    /** The numbers follow the order of the rows, which is that of their arrival. */
    private static final String APPEND = """
            insert into contact_history (member_id, event_key, source, occurred_at, received_at, email, email_agreed, email_consent)
            select member_id, event_key, source, occurred_at, received_at, email, email_agreed, email_consent
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::boolean[], $8::boolean[])
                 with ordinality
                 as new (member_id, event_key, source, occurred_at, received_at, email, email_agreed, email_consent, place)
            order by place
            """;

    private static final String FIND = """
            select seq, email_agreed, email_consent, source, occurred_at, received_at from contact_history
            where member_id = $1 and seq < $2 order by seq desc limit $3
            """;
    /** Keeps the changes that still decide: a member's last agreement, last refusal and the change of the current contact data. */
    private static final String FORGET = """
            delete from contact_history where (member_id, seq) in (
                select member_id, seq from contact_history old
                where received_at < $1
                  and exists (select from contact_history newer
                              where newer.member_id = old.member_id and newer.email_agreed = old.email_agreed and newer.seq > old.seq)
                  and exists (select from contact where contact.member_id = old.member_id and contact.event_key <> old.event_key)
                order by received_at limit $2)
            """;

    Uni<Void> append(SqlConnection tx, List<HistoryRow> rows) {
        return Columns.of(rows)
                .members(row -> row.change().member())
                .uuids(row -> row.change().eventKey())
                .texts(row -> row.change().source())
                .instants(row -> row.change().occurredAt())
                .instants(row -> row.change().receivedAt())
                .texts(row -> row.change().profile().email())
                .booleans(row -> row.change().agreesToEmail())
                .booleans(HistoryRow::consent)
                .execute(tx, APPEND);
    }

    /** The changes of the member before number {@code before}, newest first. */
    Uni<List<ConsentView>> find(SqlConnection connection, MemberId member, long before, int limit) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(member.value(), before, limit))
                .map(rows -> rows.stream().map(HistoryRepository::view).toList());
    }

    /** Deletes up to {@code limit} changes that arrived before {@code before} and decide nothing; answers how many there were. */
    Uni<Integer> delete(SqlConnection tx, Instant before, int limit) {
        return tx.preparedQuery(FORGET)
                .execute(Tuple.of(Columns.utc(before), limit))
                .map(rows -> rows.rowCount());
    }

    private static ConsentView view(Row row) {
        return new ConsentView(
                row.getLong(0),
                ConsentView.Channel.EMAIL,
                row.getBoolean(1),
                row.getBoolean(2),
                row.getString(3),
                Rows.instant(row, 4),
                Rows.instant(row, 5));
    }
}
