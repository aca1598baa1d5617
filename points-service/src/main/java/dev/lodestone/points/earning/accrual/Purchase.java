package dev.lodestone.points.earning.accrual;

import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.platform.orders.OrderKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as points keep it.
 *
 * @param awards what each rule pays for it; null as long as each lot of the order is all that its rule paid, as for most orders
 */
record Purchase(OrderKey key, OrderState state, @Nullable List<OrderAward> awards) {
    static Purchase unknown(OrderKey key) {
        return new Purchase(key, OrderState.UNKNOWN, null);
    }
}
