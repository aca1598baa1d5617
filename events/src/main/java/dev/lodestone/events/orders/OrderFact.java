package dev.lodestone.events.orders;

import dev.lodestone.events.Fact;

/** What happened to an order. */
public sealed interface OrderFact extends Fact permits OrderCompleted, OrderCancelled, OrderRefunded, OrderPaid {
    /**
     * The brand's own number of the order; 1 to 100 characters. A member has each number once, or once from each source where the brand is
     * configured so. Two members may have orders of one number.
     */
    String orderId();
}
