package dev.lodestone.recall;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.behaviours.BehaviourRecorded;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberUpdated;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.platform.cloudevents.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Builds the events of a brand's systems, for tests. */
public final class Brand {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Brand() {}

    public static MemberId member(String name) {
        return MemberId.of("crm:" + name);
    }

    public static String email(String name) {
        return name + "@example.com";
    }

    public static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    public static Event<Fact> order(MemberId member, String orderId, Instant at, long amountMinor) {
        return order(member, orderId, at, new Money(amountMinor, "CNY"));
    }

    public static Event<Fact> order(MemberId member, String orderId, Instant at, Money total) {
        return event("completed-" + orderId, member, at, new OrderCompleted(orderId, total, List.of(), null));
    }

    public static Event<Fact> refund(MemberId member, String orderId, String refundId, Instant at, long amountMinor) {
        Fact fact = new OrderRefunded(orderId, refundId, new Money(amountMinor, "CNY"));
        return event("refunded-" + refundId, member, at, fact);
    }

    public static Event<Fact> cancellation(MemberId member, String orderId, Instant at) {
        return event("cancelled-" + orderId, member, at, new OrderCancelled(orderId, null));
    }

    public static Event<Fact> contact(String name, boolean emailConsent, Instant at) {
        return contact(name, "Lin " + name, emailConsent, at);
    }

    public static Event<Fact> contact(String name, String displayName, boolean emailConsent, Instant at) {
        Fact fact = new MemberUpdated(new MemberProfile(displayName, email(name), emailConsent, null, null, null));
        return event("event-" + name + at, member(name), at, fact);
    }

    public static Event<Fact> pageView(MemberId member, String id, Instant at) {
        return event("viewed-" + id, member, at, new BehaviourRecorded("page.viewed", "/menu", Map.of()));
    }

    private static Event<Fact> event(String id, MemberId member, Instant at, Fact fact) {
        return new Event<>(id, "/test-brand", member, at, fact, null, null);
    }
}
