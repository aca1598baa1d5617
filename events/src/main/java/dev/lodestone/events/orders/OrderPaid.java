package dev.lodestone.events.orders;

import dev.lodestone.events.Money;
import dev.lodestone.events.Require;

/**
 * An order was paid but is not completed yet.
 *
 * @param orderId the brand's number of the order
 * @param paid what was paid
 */
public record OrderPaid(String orderId, Money paid) implements OrderFact {
    public OrderPaid {
        Require.text(orderId, 100, "orderId");
        Require.present(paid, "paid");
    }
}
