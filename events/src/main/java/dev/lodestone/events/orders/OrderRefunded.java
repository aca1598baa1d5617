package dev.lodestone.events.orders;

import dev.lodestone.events.Money;
import dev.lodestone.events.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an order, or all of it, was refunded. Several refunds of one order add up; the same refund counts once by its number.
 *
 * @param orderId the brand's number of the order
 * @param refundId the brand's number of this refund
 * @param refunded what the member got back this time
 * @param lines which lines of the order it refunds, at most 1,000; may be left out
 */
public record OrderRefunded(String orderId, String refundId, Money refunded, List<OrderItem> lines)
        implements OrderFact {
    private static final int LINES_MAX = 1_000;

    public OrderRefunded(String orderId, String refundId, Money refunded, @Nullable List<OrderItem> lines) {
        this.orderId = Require.text(orderId, 100, "orderId");
        this.refundId = Require.text(refundId, 100, "refundId");
        this.refunded = Require.present(refunded, "refunded");
        this.lines = lines == null ? List.of() : checked(lines);
    }

    /** A refund that names no lines. */
    public OrderRefunded(String orderId, String refundId, Money refunded) {
        this(orderId, refundId, refunded, null);
    }

    private static List<OrderItem> checked(List<OrderItem> lines) {
        if (lines.size() > LINES_MAX) {
            throw new IllegalArgumentException("lines must be at most " + LINES_MAX);
        }
        lines.forEach(line -> Require.present(line, "lines, one of them,"));
        return List.copyOf(lines);
    }
}
