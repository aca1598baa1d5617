package dev.lodestone.platform.orders;

import dev.lodestone.events.orders.state.OrderNumbers;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the brand decided about its orders; the same in every service that reads them. */
@ConfigMapping(prefix = "lodestone.orders")
public interface OrdersConfig {
    /** Within what an order's number is unique. Orders are kept by it, so it must stay as it was when the first order came. */
    @WithDefault("brand")
    OrderNumbers numbersUnique();
}
