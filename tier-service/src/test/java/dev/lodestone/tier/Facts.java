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
import dev.lodestone.platform.time.Ids;
import java.time.Instant;

/** Facts as shops, the CRM and the points ledger tell them. */
public final class Facts {
    public static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private Facts() {}

    public static Event<MemberRegistered> registration(MemberId member) {
        return of(member, new MemberRegistered(new MemberProfile("Ann", null, null, null, null, null)));
    }

    public static Event<OrderCompleted> order(MemberId member, String orderId, long amountMinor) {
        return of(member, new OrderCompleted(orderId, new Money(amountMinor, "CNY"), null, null));
    }

    public static Event<OrderRefunded> refund(MemberId member, String orderId, String refundId, long amountMinor) {
        return of(member, new OrderRefunded(orderId, refundId, new Money(amountMinor, "CNY")));
    }

    public static Event<OrderCancelled> cancellation(MemberId member, String orderId) {
        return of(member, new OrderCancelled(orderId, null));
    }

    public static Event<PointsPosted> earned(MemberId member, long amount, EventType cause) {
        return posted(member, PostingKind.EARNED, amount, cause.type());
    }

    public static Event<PointsPosted> redeemed(MemberId member, long amount) {
        return posted(member, PostingKind.REDEEMED, -amount, "redemption");
    }

    public static <F extends Fact> Event<F> of(MemberId member, F fact) {
        return at(NOON, member, fact);
    }

    public static <F extends Fact> Event<F> at(Instant occurredAt, MemberId member, F fact) {
        return new Event<>(Ids.next().toString(), "/shop", member, occurredAt, fact, null, null);
    }

    private static Event<PointsPosted> posted(MemberId member, PostingKind kind, long amount, String causeType) {
        return of(
                member,
                new PointsPosted(
                        Ids.next(),
                        "POINTS",
                        kind,
                        Math.abs(amount),
                        amount,
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
                        null));
    }
}
