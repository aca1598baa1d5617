package dev.lodestone.tier.qualification;

import dev.lodestone.events.orders.state.OrderState;
import java.util.Currency;

/** What an order counts as growth. */
final class OrderGrowth {
    private OrderGrowth() {}

    /** One for each whole major unit of the currency (299.90 CNY is 299, 299 JPY is 299) that the member paid and did not get back. */
    static long of(OrderState order) {
        return order.completion() == null
                ? 0
                : order.netMinor() / minorUnits(order.completion().total().currency());
    }

    /** Minor units in a major one: 100 fen in a yuan, 1 where the currency has no minor unit. */
    private static long minorUnits(String currency) {
        long units = 1;
        for (int digit = 0; digit < Currency.getInstance(currency).getDefaultFractionDigits(); digit++) {
            units *= 10;
        }
        return units;
    }
}
