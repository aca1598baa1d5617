package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.transactions.Columns;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Standings; for effects one statement for any number of them. */
@ApplicationScoped
class StandingRepository implements PanacheRepositoryBase<StandingEntity, UUID> {
    private static final String OPEN = """
            insert into standing (member_id, level, purchase_growth, activity_growth, version)
            select member_id, level, 0, 0, 0 from unnest($1::uuid[], $2::text[]) as new (member_id, level) order by member_id
            """;
    private static final String LOCK = """
            select member_id, level, purchase_growth, activity_growth, version
            from standing where member_id = any($1::uuid[]) order by member_id for no key update
            """;
    private static final String SAVE = """
            update standing
            set level = new.level, purchase_growth = new.purchase_growth, activity_growth = new.activity_growth, version = new.version
            from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
                 as new (member_id, level, purchase_growth, activity_growth, version)
            where standing.member_id = new.member_id
            """;

    /** Gives new members their first standing. */
    Uni<Void> open(SqlConnection tx, List<MemberId> members, String level) {
        return members.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(OPEN)
                        .execute(Columns.of(members)
                                .members(member -> member)
                                .texts(member -> level)
                                .tuple())
                        .replaceWithVoid();
    }

    /** The standings of {@code members}, locked in the order of their ids until {@code tx} ends. */
    Uni<Map<MemberId, Standing>> lock(SqlConnection tx, Collection<MemberId> members) {
        return members.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : tx.preparedQuery(LOCK)
                        .execute(Columns.of(members).members(member -> member).tuple())
                        .map(StandingRepository::byMember);
    }

    /** Writes standings whose rows {@code tx} has locked. */
    Uni<Void> save(SqlConnection tx, List<Standing> standings) {
        return standings.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(SAVE)
                        .execute(Columns.of(standings)
                                .members(Standing::member)
                                .texts(Standing::level)
                                .longs(Standing::purchaseGrowth)
                                .longs(Standing::activityGrowth)
                                .longs(Standing::version)
                                .tuple())
                        .replaceWithVoid();
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
}
