package dev.lodestone.points.earning.accrual;

import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.platform.orders.OrderKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as points-service stores it.
 *
 * @param awards the points of each rule; null while each lot of the order still holds exactly what its rule paid, as for most orders
 */
record Purchase(OrderKey key, OrderState state, @Nullable List<OrderAward> awards) {
    static Purchase unknown(OrderKey key) {
        return new Purchase(key, OrderState.UNKNOWN, null);
    }
}
