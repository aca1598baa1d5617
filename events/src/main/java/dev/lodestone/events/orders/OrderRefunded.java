package dev.lodestone.events.orders;

import dev.lodestone.events.Money;
import dev.lodestone.events.Require;

/**
 * A part of an order, or all of it, was refunded. Several refunds of one order add up.
 *
 * @param orderId the brand's number of the order
 * @param refundId the brand's number of this refund
 * @param refunded what the member got back this time
 */
public record OrderRefunded(String orderId, String refundId, Money refunded) implements OrderFact {
    public OrderRefunded {
        Require.text(orderId, 100, "orderId");
        Require.text(refundId, 100, "refundId");
        Require.present(refunded, "refunded");
    }
}
