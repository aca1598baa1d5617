package dev.lodestone.points.ledger.blocks;

import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the rows of audit entries. */
@ApplicationScoped
class SealedEntryRepository {
    private static final String COLUMNS = """
            select tx::text, id, actor, action, subject_kind, subject_id, state_before, state_after, reason, trace_id, recorded_at
            from audit_entry
            """;
    /** Every transaction below the snapshot's xmin has ended. So no later commit can insert a row before the returned ones. */
    private static final String FINISHED = COLUMNS + """
            where (audit_entry.tx, id) > ($1::text::xid8, $2) and audit_entry.tx < pg_snapshot_xmin(pg_current_snapshot())
            order by audit_entry.tx, id limit $3
            """;

    private static final String BETWEEN = COLUMNS + """
            where (audit_entry.tx, id) > ($1::text::xid8, $2) and (audit_entry.tx, id) <= ($3::text::xid8, $4)
            order by audit_entry.tx, id limit $5
            """;
    private static final String NAMED = COLUMNS + "where id = any($1::uuid[])";

    private static final String OLDEST = """
            select min(recorded_at)
            from (select recorded_at from audit_entry where (tx, id) > ($1::text::xid8, $2) order by tx, id limit $3) as unsealed
            """;

    /** The time of the oldest entry among the first {@code atMost} after {@code after}, if there is one. */
    Uni<Optional<Instant>> oldest(SqlConnection tx, SealedPosting.Place after, int atMost) {
        return tx.preparedQuery(OLDEST)
                .execute(Tuple.of(text(after), after.member(), atMost))
                .map(rows ->
                        Optional.ofNullable(Rows.instantOrNull(rows.iterator().next(), 0)));
    }

    Uni<List<SealedEntry>> finished(SqlConnection tx, SealedPosting.Place after, int limit) {
        return read(tx, FINISHED, Tuple.of(text(after), after.member(), limit));
    }

    Uni<List<SealedEntry>> between(
            SqlConnection connection, SealedPosting.Place after, SealedPosting.Place until, int limit) {
        return read(connection, BETWEEN, Tuple.of(text(after), after.member(), text(until), until.member(), limit));
    }

    Uni<List<SealedEntry>> named(SqlConnection connection, Collection<UUID> ids) {
        return read(connection, NAMED, Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)));
    }

    private static String text(SealedPosting.Place place) {
        return Long.toUnsignedString(place.tx());
    }

    private static Uni<List<SealedEntry>> read(SqlConnection connection, String sql, Tuple values) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.stream().map(SealedEntryRepository::entry).toList());
    }

    private static SealedEntry entry(Row row) {
        return new SealedEntry(
                Long.parseUnsignedLong(row.getString(0)),
                row.getUUID(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                Rows.instant(row, 10));
    }
}
