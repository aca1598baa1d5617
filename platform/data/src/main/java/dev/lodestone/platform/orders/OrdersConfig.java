package dev.lodestone.platform.orders;

import dev.lodestone.events.orders.state.OrderNumbers;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The brand's configuration of orders; the same in every service that reads them. */
@ConfigMapping(prefix = "lodestone.orders")
public interface OrdersConfig {
    /**
     * The scope in which an order number is unique: {@code brand} for one order of each number for a member, {@code source} for one for a
     * member and source. The same number of two members is two orders in both. Orders are stored by it, so it must not change after the
     * first order.
     */
    @WithDefault("brand")
    OrderNumbers numbersUnique();
}
