package dev.lodestone.events.orders;

import dev.lodestone.events.Money;
import dev.lodestone.events.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order was completed, or a membership fee was paid. The event's time is the time of the completion.
 *
 * @param orderId the brand's number of the order
 * @param total what the member paid
 * @param items what was bought, at most 1,000 lines; may be left out
 * @param channel where it was bought, such as {@code store} or {@code mini-program}; may be left out
 */
public record OrderCompleted(
        String orderId,
        Money total,
        List<OrderItem> items,
        @Nullable String channel) implements OrderFact {
    private static final int ITEMS_MAX = 1_000;

    public OrderCompleted(String orderId, Money total, @Nullable List<OrderItem> items, @Nullable String channel) {
        this.orderId = Require.text(orderId, 100, "orderId");
        this.total = Require.present(total, "total");
        this.items = items == null ? List.of() : checked(items);
        this.channel = channel == null ? null : Require.text(channel, 50, "channel");
    }

    private static List<OrderItem> checked(List<OrderItem> items) {
        if (items.size() > ITEMS_MAX) {
            throw new IllegalArgumentException("items must be at most " + ITEMS_MAX);
        }
        items.forEach(item -> Require.present(item, "items, one of them,"));
        return List.copyOf(items);
    }
}
