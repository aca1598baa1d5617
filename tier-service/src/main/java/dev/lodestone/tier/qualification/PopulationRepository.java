package dev.lodestone.tier.qualification;

import dev.lodestone.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table {@code level_population}: how many members each level has. */
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

    /**
     * Adds to the number of members of each level. Call it last in a transaction, because the transactions of all members share these rows.
     *
     * @param gained by level code: how many members the level gained; negative if it lost members
     */
    Uni<Void> add(SqlConnection tx, Map<String, Long> gained) {
        return Columns.of(new TreeMap<>(gained).entrySet())
                .texts(Map.Entry::getKey)
                .longs(Map.Entry::getValue)
                .execute(tx, ADD);
    }

    /** By level code: the number of members of each level that has or had any. */
    Uni<Map<String, Long>> all(SqlConnection connection) {
        return connection
                .preparedQuery(ALL)
                .execute()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.getString("level"), row -> row.getLong("members"))));
    }
}
