package dev.lodestone.events.orders.state;

import dev.lodestone.events.orders.OrderFact;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A fact about an order with what decides between it and others.
 *
 * @param source who published it
 * @param id of the event, unique within the source
 * @param key identifies the event; decides between two of the same business time
 * @param at business time, to the microsecond as databases keep it
 */
public record OrderEvent(String source, String id, UUID key, Instant at, OrderFact fact) {
    /** The newest business time comes last. Keys are compared as texts, so that the order is the same in every language. */
    static final Comparator<OrderEvent> NEWEST_LAST = Comparator.comparing(OrderEvent::at)
            .thenComparing(event -> event.key().toString());
}
