package dev.lodestone.recall.profile;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.state.Completion;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The changes of orders, days and members by a batch of events. Only the difference between before and after is written. An order
 * belongs to the day of its first completion, however often its amount is corrected later.
 */
final class OrderChanges {
    private static final Comparator<DayKey> BY_DAY =
            Comparator.comparing(DayKey::member).thenComparing(DayKey::day).thenComparing(DayKey::currency);

    private final ZoneId zone;
    private final OrderFold orders;
    private final Map<OrderKey, Event<Fact>> completions = new HashMap<>();

    record DayKey(MemberId member, LocalDate day, String currency) {}

    /** The amounts to add to the row of a day. */
    record DayChange(DayKey key, long orders, long amountMinor) {
        DayChange plus(DayChange other) {
            return new DayChange(key, orders + other.orders, Math.addExact(amountMinor, other.amountMinor));
        }

        boolean isNothing() {
            return orders == 0 && amountMinor == 0;
        }
    }

    /**
     * The values to merge into the row of a member.
     *
     * @param firstAt of the orders that count from now on; null if there are none
     * @param recount whether an order stopped counting or took place at another time, so that first and last must be looked up
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

    /** @param orders the known states of the orders that the events name */
    OrderChanges(ZoneId zone, OrderFold orders) {
        this.zone = zone;
        this.orders = orders;
    }

    OrderChanges apply(Collection<Event<Fact>> events) {
        events.forEach(this::apply);
        return this;
    }

    private void apply(Event<Fact> event) {
        OrderKey key = orders.keyOf(event);
        if (key == null) {
            return;
        }
        boolean counted = orders.state(key).counts();
        if (orders.apply(key, event) && !counted && orders.state(key).counts()) {
            completions.put(key, event);
        }
    }

    /** The states of the orders. */
    OrderFold orders() {
        return orders;
    }

    /** Orders that count from now on and did not before. */
    List<CountedOrder> counted() {
        List<CountedOrder> counted = new ArrayList<>();
        orders.changed().forEach((key, order) -> {
            Event<Fact> completion = completions.get(key);
            if (order.counts() && !orders.before(key).counts() && completion != null) {
                counted.add(new CountedOrder(
                        key.member(),
                        ((OrderFact) completion.fact()).orderId(),
                        completion(order).firstAt(),
                        completion.id(),
                        completion.traceparent()));
            }
        });
        return counted;
    }

    Collection<DayChange> days() {
        Map<DayKey, DayChange> days = new TreeMap<>(BY_DAY);
        orders.changed().forEach((key, order) -> {
            add(days, key.member(), orders.before(key), -1);
            add(days, key.member(), order, 1);
        });
        days.values().removeIf(DayChange::isNothing);
        return days.values();
    }

    Collection<MemberChange> members() {
        Map<MemberId, MemberChange> members = new TreeMap<>();
        orders.changed().forEach((key, order) -> {
            MemberChange change = change(key.member(), orders.before(key), order);
            if (change != null) {
                members.merge(key.member(), change, MemberChange::plus);
            }
        });
        return members.values();
    }

    private void add(Map<DayKey, DayChange> days, MemberId member, OrderState order, int sign) {
        if (order.counts()) {
            Completion completion = completion(order);
            DayKey key = new DayKey(
                    member,
                    LocalDate.ofInstant(completion.firstAt(), zone),
                    completion.total().currency());
            days.merge(key, new DayChange(key, sign, sign * order.netMinor()), DayChange::plus);
        }
    }

    private static @Nullable MemberChange change(MemberId member, OrderState before, OrderState after) {
        if (!after.counts()) {
            return before.counts() ? new MemberChange(member, -1, null, null, true) : null;
        }
        Instant at = completion(after).firstAt();
        if (!before.counts()) {
            return new MemberChange(member, 1, at, at, false);
        }
        return at.equals(completion(before).firstAt()) ? null : new MemberChange(member, 0, at, at, true);
    }

    private static Completion completion(OrderState order) {
        return Objects.requireNonNull(order.completion(), "an order that counts is completed");
    }
}
