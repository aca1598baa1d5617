package dev.lodestone.events.orders.state;

import java.time.Instant;

/**
 * What the brand keeps of an order from a time on.
 *
 * @param netMinor in the minor unit of the order's currency; 0 or more
 */
public record Worth(Instant from, long netMinor) {}
