package dev.lodestone.events.orders;

import dev.lodestone.events.Money;
import dev.lodestone.events.Require;

/**
 * One line of an order.
 *
 * @param sku the brand's code of the item
 * @param quantity pieces, at least 1
 * @param amountMinor what this line cost, in the minor unit of the order's currency
 */
public record OrderItem(String sku, int quantity, long amountMinor) {
    public OrderItem {
        Require.text(sku, 100, "sku");
        Require.between(quantity, 1, 1_000_000, "quantity");
        Require.between(amountMinor, 0, Money.AMOUNT_MAX, "amountMinor");
    }
}
