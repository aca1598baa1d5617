package dev.lodestone.recall.offers;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of participants and their offers. */
@ApplicationScoped
class OfferRepository {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** A participant keeps the arm and gets nothing new. Of two concurrent runs the second waits and then finds the participants. */
    private static final String ENROL = """
            insert into participant (member_id, campaign_id, run_id, arm, offered_at, valid_until, assigned_at)
            select member_id, $3, $4, arm, $5, $6, $7 from unnest($1::uuid[], $2::text[]) as picked (member_id, arm) order by member_id
            on conflict do nothing
            returning member_id, arm
            """;

    private static final String WRITE_OFFERS = """
            insert into offer (member_id, campaign_id, id, bonus_points, offered_at, valid_until)
            select member_id, $3, id, $4, $5, $6 from unnest($1::uuid[], $2::uuid[]) as made (member_id, id)
            """;
    private static final String AWAY = """
            select participant.member_id, participant.campaign_id, participant.offered_at, participant.valid_until,
                   offer.id as offer_id, coalesce(offer.bonus_points, 0) as bonus_points
            from participant left join offer using (member_id, campaign_id)
            where participant.member_id = any($1::uuid[]) and returned_at is null
            order by member_id, campaign_id
            """;
    private static final String WRITE_RETURNS = """
            update participant set returned_at = back.at, return_order_id = back.order_id
            from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[]) as back (member_id, campaign_id, at, order_id)
            where participant.member_id = back.member_id and participant.campaign_id = back.campaign_id
            """;
    private static final String ACCEPT_OFFERS = """
            update offer set state = 'ACCEPTED', accepted_at = back.at, order_id = back.order_id
            from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[]) as back (member_id, campaign_id, at, order_id)
            where offer.member_id = back.member_id and offer.campaign_id = back.campaign_id and state = 'OPEN'
            """;
    private static final String COUNT = """
            select arm, count(*), count(returned_at) from participant where campaign_id = $1 group by arm
            """;
    private static final String OPEN_OFFERS = """
            select id, campaign_id, bonus_points, offered_at, valid_until from offer
            where member_id = $1 and state = 'OPEN' and offered_at <= $2 and valid_until > $2 and id > $3
            order by id limit $4
            """;

    /** A participant enrolled by this statement. */
    record Enrolled(List<MemberId> treated, long heldOut) {}

    Uni<Enrolled> enrol(SqlConnection tx, Offering offering, List<MemberId> members, Instant now) {
        return Columns.of(members)
                .members(member -> member)
                .texts(member -> offering.holdOut().armOf(member).name())
                .value(offering.campaignId())
                .value(offering.runId())
                .value(offering.window().offeredAt())
                .value(offering.window().validUntil())
                .value(now)
                .query(tx, ENROL)
                .map(OfferRepository::enrolled);
    }

    Uni<Void> writeOffers(SqlConnection tx, Offering offering, List<MemberId> treated) {
        return Columns.of(treated)
                .members(member -> member)
                .uuids(member -> offerId(offering.campaignId(), member))
                .value(offering.campaignId())
                .value(offering.bonusPoints())
                .value(offering.window().offeredAt())
                .value(offering.window().validUntil())
                .execute(tx, WRITE_OFFERS);
    }

    /** One offer for each campaign and member: the id is derived from both. */
    static UUID offerId(UUID campaignId, MemberId member) {
        return Ids.derived(campaignId, "offer " + member);
    }

    Uni<List<Participant>> findAway(SqlConnection tx, Set<MemberId> members) {
        return Columns.of(members)
                .members(member -> member)
                .query(tx, AWAY)
                .map(rows -> rows.stream().map(OfferRepository::participant).toList());
    }

    Uni<Void> writeReturns(SqlConnection tx, List<Return> returns) {
        List<Return> paid = returns.stream()
                .filter(back -> back.participant().offerId() != null)
                .toList();
        return columns(returns)
                .execute(tx, WRITE_RETURNS)
                .chain(() -> columns(paid).execute(tx, ACCEPT_OFFERS));
    }

    private static Columns<Return> columns(Collection<Return> rows) {
        return Columns.of(rows)
                .members(row -> row.participant().member())
                .uuids(row -> row.participant().campaignId())
                .instants(row -> row.order().occurredAt())
                .texts(row -> row.order().orderId());
    }

    Uni<Map<Arm, ArmCounts>> count(SqlConnection connection, UUID campaignId) {
        return connection.preparedQuery(COUNT).execute(Tuple.of(campaignId)).map(rows -> {
            Map<Arm, ArmCounts> counts = new EnumMap<>(Arm.class);
            rows.forEach(
                    row -> counts.put(Arm.valueOf(row.getString(0)), new ArmCounts(row.getLong(1), row.getLong(2))));
            return counts;
        });
    }

    /** Offers that {@code member} can still accept at {@code now}. */
    Uni<List<OfferView>> findOpen(
            SqlConnection connection, MemberId member, Instant now, @Nullable UUID after, int limit) {
        return connection
                .preparedQuery(OPEN_OFFERS)
                .execute(Tuple.of(member.value(), Columns.utc(now), after == null ? BEFORE_ALL : after, limit))
                .map(rows -> rows.stream().map(OfferRepository::offer).toList());
    }

    private static Enrolled enrolled(List<Row> rows) {
        List<MemberId> treated = new ArrayList<>();
        long heldOut = 0;
        for (Row row : rows) {
            switch (Arm.valueOf(row.getString(1))) {
                case TREATMENT -> treated.add(Rows.member(row, 0));
                case HOLD_OUT -> heldOut++;
            }
        }
        return new Enrolled(treated, heldOut);
    }

    private static Participant participant(Row row) {
        return new Participant(
                Rows.member(row, "member_id"),
                row.getUUID("campaign_id"),
                new OfferWindow(Rows.instant(row, "offered_at"), Rows.instant(row, "valid_until")),
                row.getUUID("offer_id"),
                row.getLong("bonus_points"));
    }

    private static OfferView offer(Row row) {
        return new OfferView(
                row.getUUID("id"),
                row.getUUID("campaign_id"),
                row.getLong("bonus_points"),
                Rows.instant(row, "offered_at"),
                Rows.instant(row, "valid_until"));
    }
}
