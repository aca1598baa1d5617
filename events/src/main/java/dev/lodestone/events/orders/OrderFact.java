package dev.lodestone.events.orders;

import dev.lodestone.events.Fact;

/** What happened to an order. */
public sealed interface OrderFact extends Fact permits OrderCompleted, OrderCancelled, OrderRefunded, OrderPaid {
    /** The brand's own number of the order, unique within the brand; 1 to 100 characters. */
    String orderId();
}
