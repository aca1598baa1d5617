package dev.lodestone.tier.orders;

import dev.lodestone.events.orders.state.OrderState;
import java.util.Currency;

/** The growth that an order brings. */
public final class OrderGrowth {
    private OrderGrowth() {}

    /**
     * One for each whole major unit of the order's currency that was paid and not refunded, rounded down: 299.90 CNY and 299 JPY both
     * bring 299. An order that is not completed brings 0.
     */
    public static long of(OrderState order) {
        return order.completion() == null
                ? 0
                : order.netMinor() / minorUnits(order.completion().total().currency());
    }

    /** The number of minor units in a major unit: 100 fen in a yuan; 1 if the currency has no minor unit. */
    private static long minorUnits(String currency) {
        long units = 1;
        for (int digit = 0; digit < Currency.getInstance(currency).getDefaultFractionDigits(); digit++) {
            units *= 10;
        }
        return units;
    }
}
