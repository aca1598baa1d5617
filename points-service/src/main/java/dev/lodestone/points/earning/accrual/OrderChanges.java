package dev.lodestone.points.earning.accrual;

import dev.lodestone.events.Fact;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.orders.state.Completion;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.recall.OfferAccepted;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the events of a batch that may change earlier awards, and the keys needed to load them. Most events change nothing. */
final class OrderChanges {
    private OrderChanges() {}

    /**
     * The events that may claw back points or add points to an order: refunds, cancellations, and each event of an order that is already
     * known.
     */
    static List<Event<Fact>> among(OrderNumbers numbers, Purchases purchases, List<Event<Fact>> events) {
        Set<OrderKey> seen = new HashSet<>();
        List<Event<Fact>> changes = new ArrayList<>();
        for (Event<Fact> event : events) {
            OrderKey key = key(numbers, event);
            boolean first = key != null && seen.add(key) && purchases.known(key) == null;
            boolean reduces = event.fact() instanceof OrderRefunded || event.fact() instanceof OrderCancelled;
            if (key != null && (reduces || !first)) {
                changes.add(event);
            }
        }
        return changes;
    }

    /** The events that may increase the value of a paid order: the order or one of its refunds is sent again. */
    static List<Event<Fact>> resent(OrderNumbers numbers, Purchases purchases, List<Event<Fact>> events) {
        return events.stream()
                .filter(event -> event.fact() instanceof OrderCompleted || isRefundResent(numbers, purchases, event))
                .filter(event -> completion(purchases, key(numbers, event)) != null)
                .toList();
    }

    private static boolean isRefundResent(OrderNumbers numbers, Purchases purchases, Event<Fact> event) {
        OrderKey key = key(numbers, event);
        Purchase known = key == null ? null : purchases.known(key);
        return known != null
                && event.fact() instanceof OrderRefunded refund
                && known.state().refunds().stream()
                        .anyMatch(one -> one.fact() instanceof OrderRefunded before
                                && before.refundId().equals(refund.refundId()));
    }

    /** The keys of the events that completed the orders of {@code resent}. */
    static Set<UUID> completions(OrderNumbers numbers, Purchases purchases, List<Event<Fact>> resent) {
        Set<UUID> keys = new HashSet<>();
        for (Event<Fact> event : resent) {
            Completion completion = completion(purchases, key(numbers, event));
            if (completion != null) {
                keys.add(completion.key());
            }
        }
        return keys;
    }

    /** The completions of {@code resent} with the time at which their order first took place, since the rules of that time apply. */
    static List<Event<Fact>> atFirstCompletion(OrderNumbers numbers, Purchases purchases, List<Event<Fact>> resent) {
        List<Event<Fact>> first = new ArrayList<>();
        for (Event<Fact> event : resent) {
            Completion completion = completion(purchases, key(numbers, event));
            if (completion != null && event.fact() instanceof OrderCompleted) {
                first.add(new Event<>(
                        event.id(), event.source(), event.member(), completion.firstAt(), event.fact(), null, null));
            }
        }
        return first;
    }

    /** The number of the order that the event or its bonus belongs to. */
    static Stream<String> orderId(Event<Fact> event) {
        return switch (event.fact()) {
            case OrderFact order -> Stream.of(order.orderId());
            case OfferAccepted accepted -> Stream.of(accepted.orderId());
            default -> Stream.empty();
        };
    }

    private static @Nullable OrderKey key(OrderNumbers numbers, Event<Fact> event) {
        return event.fact() instanceof OfferAccepted accepted
                ? new OrderKey(event.member(), accepted.orderId())
                : OrderFold.keyOf(numbers, event);
    }

    private static @Nullable Completion completion(Purchases purchases, @Nullable OrderKey key) {
        Purchase known = key == null ? null : purchases.known(key);
        return known == null ? null : known.state().completion();
    }
}
