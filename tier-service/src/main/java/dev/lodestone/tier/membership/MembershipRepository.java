package dev.lodestone.tier.membership;

import dev.lodestone.events.Fact;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table {@code member}. */
@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<MemberEntity, UUID> {
    /** Leaves known members out before the insert, because each row of an insert uses up a number even if it conflicts. */
    private static final String ADD = """
            insert into member (member_id, enrolled_at)
            select member_id, enrolled_at from unnest($1::uuid[], $2::timestamptz[]) as new (member_id, enrolled_at)
            where not exists (select from member where member.member_id = new.member_id)
            order by member_id
            on conflict do nothing
            returning member_id, number, enrolled_at
            """;

    /**
     * Adds the members that are not in the table yet.
     *
     * @param firstEvents one event for each member; its time becomes the time of enrolment
     * @return the memberships added
     */
    Uni<List<Membership>> add(SqlConnection tx, Collection<Event<Fact>> firstEvents) {
        return Columns.of(firstEvents)
                .members(Event::member)
                .instants(Event::occurredAt)
                .query(tx, ADD)
                .map(rows -> rows.stream().map(MembershipRepository::membership).toList());
    }

    private static Membership membership(Row row) {
        return new Membership(
                Rows.member(row, "member_id"),
                new MembershipNumber(row.getLong("number")),
                Rows.instant(row, "enrolled_at"));
    }
}
