package dev.lodestone.tier.membership;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.transactions.Columns;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Members. */
@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<MemberEntity, UUID> {
    /** Known members are left out first, or each of them would use up a number. */
    private static final String ADD = """
            insert into member (member_id, enrolled_at)
            select member_id, enrolled_at from unnest($1::uuid[], $2::timestamptz[]) as seen (member_id, enrolled_at)
            where not exists (select from member where member.member_id = seen.member_id)
            order by member_id
            on conflict do nothing
            returning member_id, number, enrolled_at
            """;

    /** Adds the members of {@code sightings}, one each, that are not there yet, and returns them. */
    Uni<List<Membership>> add(SqlConnection tx, Collection<Event<Fact>> sightings) {
        return tx.preparedQuery(ADD)
                .execute(Columns.of(sightings)
                        .members(Event::member)
                        .instants(Event::occurredAt)
                        .tuple())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(MembershipRepository::membership)
                        .toList());
    }

    private static Membership membership(Row row) {
        return new Membership(
                new MemberId(row.getUUID("member_id")),
                new MembershipNumber(row.getLong("number")),
                row.getOffsetDateTime("enrolled_at").toInstant());
    }
}
