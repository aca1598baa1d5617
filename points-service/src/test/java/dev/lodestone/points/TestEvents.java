package dev.lodestone.points;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import java.time.Instant;

/** Creates events as a shop sends them. */
public final class TestEvents {
    public static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private TestEvents() {}

    public static Event<OrderCompleted> order(MemberId member, String orderId, long amountMinor, String currency) {
        return of(member, new OrderCompleted(orderId, new Money(amountMinor, currency), null, null));
    }

    public static Event<OrderRefunded> refund(MemberId member, String orderId, long amountMinor, String currency) {
        return of(member, new OrderRefunded(orderId, "refund-" + Ids.next(), new Money(amountMinor, currency)));
    }

    public static Event<OrderCancelled> cancellation(MemberId member, String orderId) {
        return of(member, new OrderCancelled(orderId, null));
    }

    public static <F extends Fact> Event<F> of(MemberId member, F fact) {
        return at(NOON, member, fact);
    }

    public static <F extends Fact> Event<F> at(Instant occurredAt, MemberId member, F fact) {
        return new Event<>(Ids.next().toString(), "/shop", member, occurredAt, fact, null, null);
    }
}
