package dev.lodestone.events.orders.state;

import java.util.List;

/**
 * What one event does to an order.
 *
 * @param state of the order after it
 * @param conflicts the events to be set aside: this one, or earlier ones that this one shows to be wrong
 */
public record OrderStep(OrderState state, List<OrderConflict> conflicts) {
    public OrderStep {
        conflicts = List.copyOf(conflicts);
    }
}
