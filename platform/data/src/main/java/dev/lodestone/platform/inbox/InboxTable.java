package dev.lodestone.platform.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
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
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return tx.preparedQuery(REMEMBER).execute(array(keys)).map(rows -> {
            Set<UUID> fresh = HashSet.newHashSet(rows.size());
            rows.forEach(row -> fresh.add(row.getUUID(0)));
            return fresh;
        });
    }

    /** Deletes the keys of events that had no effect. */
    static Uni<Void> forget(SqlConnection tx, Collection<UUID> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(FORGET).execute(array(keys)).replaceWithVoid();
    }

    private static Tuple array(Collection<UUID> keys) {
        return Tuple.tuple().addArrayOfUUID(keys.toArray(UUID[]::new));
    }
}
