package dev.lodestone.events.orders;

import dev.lodestone.events.Require;
import org.jspecify.annotations.Nullable;

/**
 * A whole order was cancelled. The points that it earned are clawed back.
 *
 * @param orderId the brand's number of the order
 * @param reason in the brand's words; may be left out
 */
public record OrderCancelled(String orderId, @Nullable String reason) implements OrderFact {
    public OrderCancelled {
        Require.text(orderId, 100, "orderId");
        reason = reason == null ? null : Require.text(reason, 200, "reason");
    }
}
