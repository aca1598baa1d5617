package dev.lodestone.tier.qualification;

import dev.lodestone.platform.transactions.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many members stand on each level. */
@ApplicationScoped
class PopulationRepository {
    private static final String ADD = """
            insert into level_population (level, shard, members)
            select level, pg_backend_pid() % 32, gained from unnest($1::text[], $2::bigint[]) as change (level, gained) order by level
            on conflict (level, shard) do update set members = level_population.members + excluded.members
            """;
    private static final String ALL = """
            select level, sum(members)::bigint as members from level_population group by level
            """;

    /** Adds to the counts. Comes last in a transaction, since other members' effects need these rows too. */
    Uni<Void> add(SqlConnection tx, Map<String, Long> gained) {
        return gained.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(ADD)
                        .execute(Columns.of(new TreeMap<>(gained).entrySet())
                                .texts(Map.Entry::getKey)
                                .longs(Map.Entry::getValue)
                                .tuple())
                        .replaceWithVoid();
    }

    /** The counts of all levels that have or had members. */
    Uni<Map<String, Long>> all(SqlConnection connection) {
        return connection.preparedQuery(ALL).execute().map(rows -> {
            Map<String, Long> population = new HashMap<>();
            rows.forEach(row -> population.put(row.getString("level"), row.getLong("members")));
            return population;
        });
    }
}
