package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads and writes {@code standing} and {@code level_population} for effects: one statement for any number of rows. */
@ApplicationScoped
class StandingRepository {
    private static final String OPEN = """
            insert into standing (member_id, level, purchase_growth, activity_growth, version)
            select member_id, $2, 0, 0, 0 from unnest($1::uuid[]) as member_id order by member_id
            """;
    private static final String LOCK = """
            select member_id, level, purchase_growth, activity_growth, version
            from standing where member_id = any($1::uuid[]) order by member_id for update
            """;
    private static final String SAVE = """
            update standing
            set level = new.level, purchase_growth = new.purchase_growth, activity_growth = new.activity_growth, version = new.version
            from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
                 as new (member_id, level, purchase_growth, activity_growth, version)
            where standing.member_id = new.member_id
            """;
    private static final String COUNT = """
            insert into level_population (level, shard, members)
            select level, pg_backend_pid() % 32, gained from unnest($1::text[], $2::bigint[]) as change (level, gained) order by level
            on conflict (level, shard) do update set members = level_population.members + excluded.members
            """;
    private static final String POPULATION = """
            select level, sum(members)::bigint as members from level_population group by level
            """;

    /** Gives new members their first standing. */
    Uni<Void> open(SqlConnection tx, List<MemberId> members, String level) {
        return members.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(OPEN).execute(Tuple.of(ids(members), level)).replaceWithVoid();
    }

    /** The standings of {@code members}, locked in the order of their ids until {@code tx} ends. */
    Uni<Map<MemberId, Standing>> lock(SqlConnection tx, Collection<MemberId> members) {
        if (members.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tx.preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfUUID(ids(members)))
                .map(StandingRepository::byMember);
    }

    /** Writes standings whose rows {@code tx} has locked. */
    Uni<Void> save(SqlConnection tx, List<Standing> standings) {
        if (standings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(ids(standings.stream().map(Standing::member).toList()))
                .addArrayOfString(standings.stream().map(Standing::level).toArray(String[]::new))
                .addArrayOfLong(standings.stream().map(Standing::purchaseGrowth).toArray(Long[]::new))
                .addArrayOfLong(standings.stream().map(Standing::activityGrowth).toArray(Long[]::new))
                .addArrayOfLong(standings.stream().map(Standing::version).toArray(Long[]::new));
        return tx.preparedQuery(SAVE).execute(columns).replaceWithVoid();
    }

    /** Adds to the number of members on each level. Comes last in a transaction: its rows are shared with other members' effects. */
    Uni<Void> count(SqlConnection tx, Map<String, Long> gained) {
        if (gained.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Long> sorted = new TreeMap<>(gained);
        Tuple columns = Tuple.tuple()
                .addArrayOfString(sorted.keySet().toArray(String[]::new))
                .addArrayOfLong(sorted.values().toArray(Long[]::new));
        return tx.preparedQuery(COUNT).execute(columns).replaceWithVoid();
    }

    /** How many members stand on each level that has or had any. */
    Uni<Map<String, Long>> population(SqlConnection connection) {
        return connection.preparedQuery(POPULATION).execute().map(rows -> {
            Map<String, Long> population = new HashMap<>();
            rows.forEach(row -> population.put(row.getString("level"), row.getLong("members")));
            return population;
        });
    }

    private static Map<MemberId, Standing> byMember(RowSet<Row> rows) {
        Map<MemberId, Standing> standings = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            MemberId member = new MemberId(row.getUUID("member_id"));
            Standing standing = new Standing(
                    member,
                    row.getString("level"),
                    row.getLong("purchase_growth"),
                    row.getLong("activity_growth"),
                    row.getLong("version"));
            standings.put(member, standing);
        }
        return standings;
    }

    private static UUID[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(UUID[]::new);
    }
}
