package dev.lodestone.platform.orders;

import dev.lodestone.events.Fact;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.state.OrderConflict;
import dev.lodestone.events.orders.state.OrderEvent;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.events.orders.state.OrderStep;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.inbox.RejectedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Folds a batch of events into the states of their orders, and collects the changed states and the rejected events. Not thread-safe. */
public final class OrderFold {
    private final OrderNumbers numbers;
    private final Map<OrderKey, OrderState> before;
    private final Map<OrderKey, OrderState> after = new TreeMap<>();
    private final List<RejectedEvent> rejected = new ArrayList<>();

    /** @param before the known states of the orders that the events name */
    public OrderFold(OrderNumbers numbers, Map<OrderKey, OrderState> before) {
        this.numbers = numbers;
        this.before = Map.copyOf(before);
    }

    /** The order of {@code event}; null if the event has none. */
    public static @Nullable OrderKey keyOf(OrderNumbers numbers, Event<? extends Fact> event) {
        return event.fact() instanceof OrderFact order
                ? new OrderKey(event.member(), numbers.name(event.source(), order.orderId()))
                : null;
    }

    /** The orders of {@code events}. */
    public static Set<OrderKey> keysOf(OrderNumbers numbers, Collection<Event<Fact>> events) {
        Set<OrderKey> keys = new HashSet<>();
        for (Event<Fact> event : events) {
            OrderKey key = keyOf(numbers, event);
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The order of {@code event}; null if the event has none. */
    public @Nullable OrderKey keyOf(Event<? extends Fact> event) {
        return keyOf(numbers, event);
    }

    /** The current state of the order. */
    public OrderState state(OrderKey key) {
        OrderState changed = after.get(key);
        return changed != null ? changed : before(key);
    }

    /** The state of the order before this batch. */
    public OrderState before(OrderKey key) {
        return before.getOrDefault(key, OrderState.UNKNOWN);
    }

    /** Applies an event of the order {@code key}; returns whether it changed the state of the order. */
    public boolean apply(OrderKey key, Event<? extends Fact> event) {
        if (!(event.fact() instanceof OrderFact fact)) {
            return false;
        }
        OrderState known = state(key);
        OrderStep step =
                numbers.apply(known, new OrderEvent(event.source(), event.id(), event.key(), event.occurredAt(), fact));
        for (OrderConflict conflict : step.conflicts()) {
            rejected.add(rejected(event, conflict));
        }
        if (step.state().equals(known)) {
            return false;
        }
        after.put(key, step.state());
        return true;
    }

    /** The changed states, by member and order. */
    public Map<OrderKey, OrderState> changed() {
        Map<OrderKey, OrderState> changed = new TreeMap<>(after);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        return changed;
    }

    /** The rejected events. Some may be from an earlier batch. */
    public List<RejectedEvent> rejected() {
        return List.copyOf(rejected);
    }

    /** Whether {@code event} is rejected. */
    public boolean isRejected(Event<? extends Fact> event) {
        return rejected.stream().anyMatch(one -> one.event().equals(event));
    }

    /** The event: of this batch as received, of an earlier batch as stored with its order. */
    private static RejectedEvent rejected(Event<? extends Fact> atHand, OrderConflict conflict) {
        OrderEvent event = conflict.event();
        boolean same = event.key().equals(atHand.key()) && event.fact().equals(atHand.fact());
        return new RejectedEvent(
                new Event<>(
                        event.id(),
                        event.source(),
                        atHand.member(),
                        same ? atHand.occurredAt() : event.at(),
                        event.fact(),
                        same ? atHand.traceparent() : null,
                        same ? atHand.causationId() : null),
                conflict.reason(),
                conflict.detail());
    }
}
