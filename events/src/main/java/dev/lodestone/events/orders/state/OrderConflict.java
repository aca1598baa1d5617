package dev.lodestone.events.orders.state;

/**
 * An event that cannot count because it contradicts what is known of its order. Its sender has to mend it; the order itself goes on.
 *
 * @param event which may have arrived long before the event that shows the conflict
 * @param reason a stable code
 * @param detail what is wrong and what to send instead; no personal data
 */
public record OrderConflict(OrderEvent event, String reason, String detail) {
    static OrderConflict currencyDiffers(OrderEvent refund, String currency, String orderCurrency) {
        return new OrderConflict(
                refund,
                "refund-currency-differs",
                "the refund is in " + currency + ", but its order is in " + orderCurrency
                        + "; send the refund in the currency of the order");
    }

    static OrderConflict numberTaken(OrderEvent completion) {
        return new OrderConflict(
                completion,
                "order-number-taken",
                "another source completed an order of this member with this number; give each order a number of its own, or set"
                        + " lodestone.orders.numbers-unique to source");
    }

    static OrderConflict tooManyRefunds(OrderEvent refund) {
        return new OrderConflict(
                refund,
                "too-many-refunds",
                "an order has at most " + OrderNumbers.REFUNDS_MAX + " refunds; send the rest as one refund");
    }
}
