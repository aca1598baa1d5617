package dev.lodestone.events.orders.state;

import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderRefunded;
import java.util.ArrayList;
import java.util.List;

/**
 * Within what the number of an order is unique: always among the orders of one member. The same number of another member is another order,
 * and both count: an order is found by its member, and all events of a member are in one partition. Whether another member has the number
 * could only be known by a lock that all members share.
 */
public enum OrderNumbers {
    /**
     * Within the member, whatever the source: a second source that completes an order of the member with the same number is refused.
     * The source whose completion arrives first has the number; this alone depends on arrival, since nothing else says which of two
     * sources is right. Refunds and cancellations may come from any source.
     */
    BRAND,
    /** Within the member and source: the source is part of the order's name, also for its refunds and cancellations. */
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
        List<OrderConflict> conflicts = conflicting(event, before, after).stream()
                .map(misfit -> differs(misfit, after))
                .toList();
        return new OrderStep(after, conflicts);
    }

    /**
     * The event itself if it does not fit, and earlier ones that it shows not to fit. Its key is not enough to know it by: a corrected event
     * may come under the key of the one that did not fit.
     */
    private static List<OrderEvent> conflicting(OrderEvent event, OrderState before, OrderState after) {
        List<OrderEvent> misfits = after.misfits();
        boolean fits = after.fits(event);
        if (misfits.isEmpty() && fits) {
            return List.of();
        }
        List<OrderEvent> known = before.misfits();
        List<OrderEvent> conflicting = new ArrayList<>();
        misfits.stream()
                .filter(misfit -> !misfit.equals(event) && !known.contains(misfit))
                .forEach(conflicting::add);
        if (!fits) {
            conflicting.add(event);
        }
        return conflicting;
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
