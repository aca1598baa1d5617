/**
 * What the facts about an order add up to, the same for every service and whatever their order of arrival. Values in, values out: no clock,
 * no database, no framework. Its entry point is {@link dev.lodestone.events.orders.state.OrderNumbers}; it calls no package beside the
 * contracts.
 */
@NullMarked
package dev.lodestone.events.orders.state;

import org.jspecify.annotations.NullMarked;
