package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table {@code member_tier}, which holds the tier of each member. Each operation takes one statement for any number of members. */
@ApplicationScoped
class MemberTierRepository implements PanacheRepositoryBase<MemberTierEntity, UUID> {
    private static final String CREATE = """
            insert into member_tier (member_id, level, purchase_growth, activity_growth, version)
            select member_id, level, 0, 0, 0 from unnest($1::uuid[], $2::text[]) as new (member_id, level) order by member_id
            """;
    private static final String LOCK = """
            select member_id, level, purchase_growth, activity_growth, version
            from member_tier where member_id = any($1::uuid[]) order by member_id for no key update
            """;
    private static final String SAVE = """
            update member_tier
            set level = new.level, purchase_growth = new.purchase_growth, activity_growth = new.activity_growth, version = new.version
            from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
                 as new (member_id, level, purchase_growth, activity_growth, version)
            where member_tier.member_id = new.member_id
            """;

    /** Adds the tiers of new members: {@code level} without growth. */
    Uni<Void> create(SqlConnection tx, List<MemberId> members, String level) {
        return Columns.of(members)
                .members(member -> member)
                .texts(member -> level)
                .execute(tx, CREATE);
    }

    /** The tiers of {@code members}, locked in the order of member ids until {@code tx} ends. */
    Uni<Map<MemberId, MemberTier>> lock(SqlConnection tx, Collection<MemberId> members) {
        return Columns.of(members).members(member -> member).query(tx, LOCK).map(MemberTierRepository::byMember);
    }

    /** Updates tiers. {@code tx} must have locked their rows. */
    Uni<Void> save(SqlConnection tx, List<MemberTier> tiers) {
        return Columns.of(tiers)
                .members(MemberTier::member)
                .texts(MemberTier::level)
                .longs(MemberTier::purchaseGrowth)
                .longs(MemberTier::activityGrowth)
                .longs(MemberTier::version)
                .execute(tx, SAVE);
    }

    private static Map<MemberId, MemberTier> byMember(List<Row> rows) {
        return rows.stream()
                .map(MemberTierRepository::memberTier)
                .collect(Collectors.toMap(MemberTier::member, tier -> tier));
    }

    private static MemberTier memberTier(Row row) {
        return new MemberTier(
                Rows.member(row, "member_id"),
                row.getString("level"),
                row.getLong("purchase_growth"),
                row.getLong("activity_growth"),
                row.getLong("version"));
    }
}
