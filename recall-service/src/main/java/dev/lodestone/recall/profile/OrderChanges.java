package dev.lodestone.recall.profile;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.platform.cloudevents.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a batch of events changes about orders, days and members; the difference between before and after is all that is written. */
final class OrderChanges {
    private static final Comparator<DayKey> BY_DAY =
            Comparator.comparing(DayKey::member).thenComparing(DayKey::day).thenComparing(DayKey::currency);

    private final ZoneId zone;
    private final Map<CustomerOrder.Key, CustomerOrder> before;
    private final Map<CustomerOrder.Key, CustomerOrder> after = new LinkedHashMap<>();
    private final Map<CustomerOrder.Key, Event<Fact>> completions = new HashMap<>();

    record DayKey(MemberId member, LocalDate day, String currency) {}

    /** To be added to a day's row. */
    record DayChange(DayKey key, long orders, long amountMinor) {
        DayChange plus(DayChange other) {
            return new DayChange(key, orders + other.orders, Math.addExact(amountMinor, other.amountMinor));
        }
    }

    /**
     * To be merged into a member's row.
     *
     * @param firstAt of the orders that count from now on; null if there are none
     * @param recount whether an order stopped counting, so that first and last must be looked up
     */
    record MemberChange(
            MemberId member,
            long orders,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt,
            boolean recount) {
        MemberChange plus(MemberChange other) {
            return new MemberChange(
                    member,
                    orders + other.orders,
                    earlier(firstAt, other.firstAt),
                    lastAt == null || (other.lastAt != null && other.lastAt.isAfter(lastAt)) ? other.lastAt : lastAt,
                    recount || other.recount);
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isBefore(one)) ? other : one;
        }
    }

    OrderChanges(ZoneId zone, Map<CustomerOrder.Key, CustomerOrder> before) {
        this.zone = zone;
        this.before = Map.copyOf(before);
    }

    /** The order that {@code event} is about, if it is about one. */
    static CustomerOrder.@Nullable Key key(Event<Fact> event) {
        return event.fact() instanceof OrderFact fact ? new CustomerOrder.Key(event.member(), fact.orderId()) : null;
    }

    OrderChanges apply(Collection<Event<Fact>> events) {
        events.forEach(this::apply);
        return this;
    }

    private void apply(Event<Fact> event) {
        CustomerOrder.Key key = key(event);
        if (key == null || !(event.fact() instanceof OrderFact fact)) {
            return;
        }
        CustomerOrder order = after.getOrDefault(key, was(key));
        CustomerOrder changed = switch (fact) {
            case OrderCompleted completed -> order.complete(event.occurredAt(), completed.total());
            case OrderRefunded refunded -> order.refund(refunded.refunded());
            case OrderCancelled cancelled -> order.cancel();
            case OrderPaid paid -> order;
        };
        if (order.completedAt() == null && changed.completedAt() != null) {
            completions.put(key, event);
        }
        if (!changed.equals(order)) {
            after.put(key, changed);
        }
    }

    /** Orders to be written whole. */
    Collection<CustomerOrder> orders() {
        return after.values();
    }

    /** Orders that count from now on and did not before. */
    List<CountedOrder> counted() {
        List<CountedOrder> counted = new ArrayList<>();
        for (CustomerOrder order : after.values()) {
            Event<Fact> completion = completions.get(order.key());
            if (order.counts() && completion != null) {
                counted.add(new CountedOrder(
                        order.key().member(),
                        order.key().orderId(),
                        completion.occurredAt(),
                        completion.id(),
                        completion.traceparent()));
            }
        }
        return counted;
    }

    Collection<DayChange> days() {
        Map<DayKey, DayChange> days = new TreeMap<>(BY_DAY);
        for (CustomerOrder order : after.values()) {
            CustomerOrder was = was(order.key());
            long orders = (order.counts() ? 1 : 0) - (was.counts() ? 1 : 0);
            long amount = (order.counts() ? order.netMinor() : 0) - (was.counts() ? was.netMinor() : 0);
            if (orders != 0 || amount != 0) {
                days.merge(day(order), new DayChange(day(order), orders, amount), DayChange::plus);
            }
        }
        return days.values();
    }

    Collection<MemberChange> members() {
        Map<MemberId, MemberChange> members = new TreeMap<>();
        for (CustomerOrder order : after.values()) {
            boolean counted = was(order.key()).counts();
            MemberId member = order.key().member();
            if (order.counts() && !counted) {
                Instant at = order.completedAt();
                members.merge(member, new MemberChange(member, 1, at, at, false), MemberChange::plus);
            } else if (counted && !order.counts()) {
                members.merge(member, new MemberChange(member, -1, null, null, true), MemberChange::plus);
            }
        }
        return members.values();
    }

    private DayKey day(CustomerOrder order) {
        Instant at = Objects.requireNonNull(order.completedAt(), "an order that counts is completed");
        String currency = Objects.requireNonNull(order.currency(), "a completed order has a currency");
        return new DayKey(order.key().member(), LocalDate.ofInstant(at, zone), currency);
    }

    private CustomerOrder was(CustomerOrder.Key key) {
        return before.getOrDefault(key, CustomerOrder.unheardOf(key));
    }
}
