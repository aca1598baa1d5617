package dev.lodestone.events.orders.state;

import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderItem;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.OrderRefunded;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one order. It depends on the set of facts alone: neither on their order of arrival nor on how often each arrives.
 *
 * <ul>
 *   <li>Of several completions the newest business time decides what the order is worth; ties are decided by the event's key. The order
 *       took place at the first one.
 *   <li>The order counts if its newest completion is newer than its newest cancellation. If both have the same time, it is cancelled.
 *   <li>A refund counts once by its number: the newest business time decides, then the event's key.
 *   <li>A refund in another currency than the order cannot be set off against it. It never counts and never decides, so the same number
 *       may be sent again in the order's currency.
 *   <li>A completion that is newer than a cancellation reinstates the order, and says what the member pays for it now. What was refunded
 *       up to that time belongs to the order that was cancelled; only later refunds count. No other choice is independent of arrival
 *       without keeping every completion that ever was.
 *   <li>Refunds above the amount leave 0, never less.
 * </ul>
 *
 * @param completion the one that decides; null as long as only other facts are known
 * @param cancelledAt newest business time of a cancellation; null if there was none
 * @param refunds events of {@link OrderRefunded}: for each number and currency the one that decides, sorted by both
 */
public record OrderState(
        @Nullable Completion completion, @Nullable Instant cancelledAt, List<OrderEvent> refunds) {
    private static final Comparator<OrderEvent> BY_NUMBER = Comparator.comparing(
                    (OrderEvent event) -> refund(event).refundId())
            .thenComparing(event -> refund(event).refunded().currency());

    /** Nothing is known. */
    public static final OrderState UNKNOWN = new OrderState(null, null, List.of());

    public OrderState {
        refunds = refunds.size() > 1 ? refunds.stream().sorted(BY_NUMBER).toList() : List.copyOf(refunds);
    }

    /** This state with one more fact; one that is known changes nothing. */
    public OrderState with(OrderEvent event) {
        return switch (event.fact()) {
            case OrderCompleted order -> {
                Completion one = new Completion(event.at(), event.key(), event.source(), order.total(), event.at());
                yield new OrderState(completion == null ? one : completion.with(one), cancelledAt, refunds);
            }
            case OrderCancelled ignored ->
                cancelledAt != null && !event.at().isAfter(cancelledAt)
                        ? this
                        : new OrderState(completion, event.at(), refunds);
            case OrderRefunded ignored -> withRefund(event);
            case OrderPaid ignored -> this;
        };
    }

    /** Whether the order is completed and not cancelled since. An order that is refunded whole still counts: the member was there. */
    public boolean counts() {
        return completion != null && (cancelledAt == null || completion.at().isAfter(cancelledAt));
    }

    /** What the brand keeps of the order, in the minor unit of its currency; 0 if it does not count. */
    public long netMinor() {
        return completion == null || !counts()
                ? 0
                : Math.max(0, completion.total().amountMinor() - refundedMinor());
    }

    /** The sum of the refunds that count; it may be more than the order's amount. It cannot overflow: an order has few refunds. */
    public long refundedMinor() {
        return countingRefunds().stream()
                .mapToLong(refund -> refund.refunded().amountMinor())
                .sum();
    }

    /**
     * What the brand kept of the order as time went on, in the minor unit of its currency: first what was paid, then what was left after each
     * refund, then 0 if the order was cancelled. In time; empty as long as no completion is known. Of an order that was reinstated or
     * whose amount was corrected only the decisive completion is known, so it is as if it had been so from the first one on.
     */
    public List<Worth> course() {
        Completion known = completion;
        if (known == null) {
            return List.of();
        }
        List<OrderEvent> undone = new ArrayList<>(countingRefundEvents());
        undone.sort(OrderEvent.NEWEST_LAST);
        List<Worth> course = new ArrayList<>();
        long net = known.total().amountMinor();
        course.add(new Worth(known.firstAt(), net));
        for (OrderEvent one : undone) {
            net = Math.max(0, net - refund(one).refunded().amountMinor());
            course.add(new Worth(later(one.at(), known.firstAt()), net));
        }
        if (!counts() && cancelledAt != null) {
            course.removeIf(worth -> worth.from().isAfter(cancelledAt));
            course.add(new Worth(later(cancelledAt, known.firstAt()), 0));
        }
        return List.copyOf(course);
    }

    /** The lines that the refunds name which count. */
    public List<OrderItem> refundedLines() {
        return countingRefunds().stream()
                .flatMap(refund -> refund.lines().stream())
                .toList();
    }

    /** Whether anything of what the order brought is to be undone: it is cancelled, or something of it is refunded. */
    public boolean isUndone() {
        return completion != null && (!counts() || refundedMinor() > 0);
    }

    /**
     * What is kept of {@code units} that the whole order brought or cost: the share that the net amount is of the total, rounded down, so
     * that several refunds add up to what one of the same sum would do. An order of amount 0 keeps all until anything is refunded.
     */
    public long kept(long units) {
        if (completion == null || !counts()) {
            return 0;
        }
        long total = completion.total().amountMinor();
        if (total == 0) {
            return refundedMinor() > 0 ? 0 : units;
        }
        return BigInteger.valueOf(units)
                .multiply(BigInteger.valueOf(netMinor()))
                .divide(BigInteger.valueOf(total))
                .longValueExact();
    }

    /** The refunds in another currency than the order. */
    public List<OrderEvent> misfits() {
        Completion known = completion;
        return known == null
                ? List.of()
                : refunds.stream()
                        .filter(refund -> !isInCurrency(refund, known))
                        .toList();
    }

    /** Whether {@code event} is no refund in another currency than the order. */
    boolean fits(OrderEvent event) {
        Completion known = completion;
        return known == null || !(event.fact() instanceof OrderRefunded) || isInCurrency(event, known);
    }

    private List<OrderRefunded> countingRefunds() {
        return countingRefundEvents().stream().map(OrderState::refund).toList();
    }

    private List<OrderEvent> countingRefundEvents() {
        Completion known = completion;
        if (known == null || refunds.isEmpty()) {
            return List.of();
        }
        boolean reinstated = cancelledAt != null && counts();
        return refunds.stream()
                .filter(refund -> isInCurrency(refund, known))
                .filter(refund -> !reinstated || refund.at().isAfter(known.at()))
                .toList();
    }

    private OrderState withRefund(OrderEvent event) {
        List<OrderEvent> all = new ArrayList<>(refunds);
        for (OrderEvent known : refunds) {
            if (BY_NUMBER.compare(known, event) == 0) {
                if (OrderEvent.NEWEST_LAST.compare(known, event) >= 0) {
                    return this;
                }
                all.remove(known);
            }
        }
        all.add(event);
        return new OrderState(completion, cancelledAt, all);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean isInCurrency(OrderEvent refund, Completion order) {
        return refund(refund).refunded().currency().equals(order.total().currency());
    }

    private static OrderRefunded refund(OrderEvent event) {
        OrderFact fact = event.fact();
        if (fact instanceof OrderRefunded refunded) {
            return refunded;
        }
        throw new IllegalArgumentException("only refunds are kept as refunds");
    }
}
