/**
 * The orders of members: the state that an order's events add up to, and the growth that it brings. Callers hold the lock of the member's
 * tier, which protects the member's orders too. Its entry point is {@link dev.lodestone.tier.orders.OrderService}. It calls no other package
 * of the service.
 */
@NullMarked
package dev.lodestone.tier.orders;

import org.jspecify.annotations.NullMarked;
