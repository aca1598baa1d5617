package dev.lodestone.community.members;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table {@code member}. Its column {@code profile_at} is the time of the newest profile; null while the member has none. */
@ApplicationScoped
class MemberRepository {
    private static final String SAVE = """
            insert into member (member_id, display_name, zone, profile_at)
            select member_id, display_name, zone, profile_at
            from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) as new (member_id, display_name, zone, profile_at)
            order by member_id
            on conflict (member_id) do update
            set display_name = excluded.display_name, zone = excluded.zone, profile_at = excluded.profile_at
            where member.profile_at is null or member.profile_at <= excluded.profile_at
            """;
    private static final String FIND = "select display_name, zone from member where member_id = $1";
    private static final String LOCK = FIND + " for no key update";
    private static final String ADD = """
            insert into member (member_id, zone) values ($1, $2)
            on conflict (member_id) do update set zone = member.zone
            returning display_name, zone
            """;
    private static final String NAMES = """
            select member_id, display_name from member where member_id = any ($1::uuid[]) and display_name is not null
            """;

    /** Saves {@code updates}, which must be in the order of member ids. An update that is older than the saved profile is ignored. */
    Uni<Void> save(SqlConnection tx, Collection<MemberProfileUpdate> updates) {
        return Columns.of(updates)
                .members(update -> update.member().id())
                .texts(update -> update.member().displayName())
                .texts(update -> update.member().zone().getId())
                .instants(MemberProfileUpdate::updatedAt)
                .execute(tx, SAVE);
    }

    Uni<Optional<Member>> find(SqlConnection connection, MemberId member) {
        return connection.preparedQuery(FIND).execute(Tuple.of(member.value())).map(rows -> member(rows, member));
    }

    /** Like {@link #find}, and locks the row until the transaction ends. */
    Uni<Optional<Member>> lock(SqlConnection tx, MemberId member) {
        return tx.preparedQuery(LOCK).execute(Tuple.of(member.value())).map(rows -> member(rows, member));
    }

    /**
     * Adds a member without a profile and locks the row. Returns the saved member if another transaction added it in the meantime; the
     * update without effect is what locks the row then.
     */
    Uni<Member> addAndLock(SqlConnection tx, Member member) {
        return tx.preparedQuery(ADD)
                .execute(Tuple.of(member.id().value(), member.zone().getId()))
                .map(rows -> member(rows, member.id()).orElseThrow());
    }

    /** The display names by member id; members without a name are left out. */
    Uni<Map<UUID, String>> names(SqlConnection connection, Set<UUID> members) {
        return connection
                .preparedQuery(NAMES)
                .execute(Tuple.tuple().addArrayOfUUID(members.toArray(UUID[]::new)))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.getUUID("member_id"), row -> row.getString("display_name"))));
    }

    private static Optional<Member> member(RowSet<Row> rows, MemberId member) {
        return rows.stream()
                .findFirst()
                .map(row -> new Member(member, row.getString("display_name"), ZoneId.of(row.getString("zone"))));
    }
}
