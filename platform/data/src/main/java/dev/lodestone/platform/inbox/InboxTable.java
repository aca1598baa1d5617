package dev.lodestone.platform.inbox;

import dev.lodestone.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The table of the processed events: their keys and the checksums of what they say. */
final class InboxTable {
    private static final String REMEMBER = """
            insert into inbox (event_id, checksum)
            select given.key, given.checksum from unnest($1::uuid[], $2::int[]) as given (key, checksum) order by given.key
            on conflict do nothing returning event_id
            """;
    private static final String CHECKSUMS =
            "select event_id, checksum from inbox where event_id = any($1::uuid[]) and checksum is not null";
    private static final String FORGET = "delete from inbox where event_id = any($1::uuid[])";

    private InboxTable() {}

    /** Inserts {@code events}, each with a key of its own; returns the keys of the new ones. Waits for another transaction that inserts one of them. */
    static Uni<Set<UUID>> remember(SqlConnection tx, Collection<InboundRecord.Accepted> events) {
        return Columns.of(events)
                .uuids(InboundRecord.Accepted::key)
                .integers(InboundRecord.Accepted::checksum)
                .query(tx, REMEMBER)
                .map(rows -> {
                    Set<UUID> fresh = HashSet.newHashSet(rows.size());
                    rows.forEach(row -> fresh.add(row.getUUID(0)));
                    return fresh;
                });
    }

    /** The checksums of processed events by key; those processed before checksums were kept have none. */
    static Uni<Map<UUID, Integer>> checksums(SqlConnection tx, Collection<UUID> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : column(keys).query(tx, CHECKSUMS).map(rows -> {
                    Map<UUID, Integer> checksums = HashMap.newHashMap(rows.size());
                    rows.forEach(row -> checksums.put(row.getUUID(0), row.getInteger(1)));
                    return checksums;
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
