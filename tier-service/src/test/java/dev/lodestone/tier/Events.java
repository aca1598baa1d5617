package dev.lodestone.tier;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import java.time.Instant;
import java.util.UUID;

/** Events as the CRM, the shops and points-service send them. All happen at {@link #NOON} unless a test moves them; money is in CNY. */
public final class Events {
    public static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private Events() {}

    public static Event<MemberRegistered> memberRegistered(MemberId member) {
        return of(member, new MemberRegistered(new MemberProfile("Ann", null, null, null, null, null)));
    }

    public static Event<OrderCompleted> orderCompleted(MemberId member, String orderId, long amountMinor) {
        return of(member, new OrderCompleted(orderId, new Money(amountMinor, "CNY"), null, null));
    }

    public static Event<OrderRefunded> orderRefunded(
            MemberId member, String orderId, String refundId, long amountMinor) {
        return of(member, new OrderRefunded(orderId, refundId, new Money(amountMinor, "CNY")));
    }

    public static Event<OrderCancelled> orderCancelled(MemberId member, String orderId) {
        return of(member, new OrderCancelled(orderId, null));
    }

    public static Event<PointsPosted> pointsEarned(MemberId member, long points, EventType cause) {
        return of(member, posting("POINTS", PostingKind.EARNED, points, cause.type()));
    }

    public static Event<PointsPosted> pointsRedeemed(MemberId member, long points) {
        return of(member, posting("POINTS", PostingKind.REDEEMED, -points, "redemption"));
    }

    /** A posting that changes the member's balance by {@code change}. */
    public static PointsPosted posting(String asset, PostingKind kind, long change, String causeType) {
        return new PointsPosted(
                new UUID(0, 1),
                asset,
                kind,
                Math.abs(change),
                change,
                0,
                0,
                0,
                1,
                causeType,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static <F extends Fact> Event<F> of(MemberId member, F fact) {
        return new Event<>(Ids.next().toString(), "/shop", member, NOON, fact, null, null);
    }

    /** The same event at another business time. */
    public static <F extends Fact> Event<F> at(Instant occurredAt, Event<F> event) {
        return new Event<>(event.id(), event.source(), event.member(), occurredAt, event.fact(), null, null);
    }
}
