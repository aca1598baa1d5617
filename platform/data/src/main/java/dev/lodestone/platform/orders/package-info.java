/**
 * How services keep and fold the state of an order: the configuration they share, the columns of an order's row, and the rejected
 * events. Its entry point is {@link dev.lodestone.platform.orders.OrderFold}. It calls {@code cloudevents}, {@code inbox} and {@code sql}.
 */
@NullMarked
package dev.lodestone.platform.orders;

import org.jspecify.annotations.NullMarked;
