package dev.lodestone.platform.inbox;

import dev.lodestone.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The table of the keys of processed events. */
final class InboxTable {
    private static final String REMEMBER = """
            insert into inbox (event_id) select distinct id from unnest($1::uuid[]) as id order by id
            on conflict do nothing returning event_id
            """;
    private static final String FORGET = "delete from inbox where event_id = any($1::uuid[])";

    private InboxTable() {}

    /** Inserts {@code keys}; returns the new ones. Waits for another transaction that inserts one of them. */
    static Uni<Set<UUID>> remember(SqlConnection tx, Collection<UUID> keys) {
        return column(keys).query(tx, REMEMBER).map(rows -> {
            Set<UUID> fresh = HashSet.newHashSet(rows.size());
            rows.forEach(row -> fresh.add(row.getUUID(0)));
            return fresh;
        });
    }

    /** Deletes the keys of events that had no effect. */
    static Uni<Void> forget(SqlConnection tx, Collection<UUID> keys) {
        return column(keys).execute(tx, FORGET);
    }

    private static Columns<UUID> column(Collection<UUID> keys) {
        return Columns.of(keys).uuids(key -> key);
    }
}
