package dev.lodestone.platform.orders;

import dev.lodestone.events.orders.state.OrderNumbers;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The brand's configuration of orders; the same in every service that reads them. */
@ConfigMapping(prefix = "lodestone.orders")
public interface OrdersConfig {
    /** The scope in which an order number is unique. Orders are stored by it, so it must not change after the first order. */
    @WithDefault("brand")
    OrderNumbers numbersUnique();
}
