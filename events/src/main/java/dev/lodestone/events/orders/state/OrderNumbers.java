package dev.lodestone.events.orders.state;

import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderRefunded;
import java.util.List;

/** Within what the number of an order is unique. */
public enum OrderNumbers {
    /**
     * Within the brand: a second source that completes an order with the same number is refused. The source whose completion arrives first
     * has the number; this alone depends on arrival, since nothing else says which of two sources is right. Refunds and cancellations may
     * come from any source.
     */
    BRAND,
    /** Within each source: the source is part of the order's name, also for its refunds and cancellations. */
    SOURCE;

    /** More refunds of one order than this are set aside, so that one order cannot grow without limit. */
    public static final int REFUNDS_MAX = 200;

    /** What names the order among those of its member. */
    public String name(String source, String orderId) {
        return switch (this) {
            case BRAND -> orderId;
            // The length keeps "a" + "bc" apart from "ab" + "c".
            case SOURCE -> source.length() + ":" + source + orderId;
        };
    }

    /** What {@code event} does to the order whose state is {@code before}. */
    public OrderStep apply(OrderState before, OrderEvent event) {
        if (event.fact() instanceof OrderCompleted && isTaken(before, event.source())) {
            return new OrderStep(before, List.of(OrderConflict.numberTaken(event)));
        }
        OrderState after = before.with(event);
        if (after.refunds().size() > REFUNDS_MAX) {
            return new OrderStep(before, List.of(OrderConflict.tooManyRefunds(event)));
        }
        List<OrderEvent> known = before.misfits();
        List<OrderConflict> conflicts = after.misfits().stream()
                .filter(misfit -> misfit.key().equals(event.key()) || !known.contains(misfit))
                .map(misfit -> differs(misfit, after))
                .toList();
        return new OrderStep(after, conflicts);
    }

    /** An empty source is unknown: the order was recorded before sources were. */
    private boolean isTaken(OrderState before, String source) {
        Completion known = before.completion();
        return this == BRAND
                && known != null
                && !known.source().isEmpty()
                && !known.source().equals(source);
    }

    private static OrderConflict differs(OrderEvent misfit, OrderState order) {
        String orderCurrency =
                order.completion() == null ? "" : order.completion().total().currency();
        String currency = misfit.fact() instanceof OrderRefunded refund
                ? refund.refunded().currency()
                : "";
        return OrderConflict.currencyDiffers(misfit, currency, orderCurrency);
    }
}
