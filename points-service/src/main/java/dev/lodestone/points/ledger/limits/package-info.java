/**
 * How much an actor may move by hand without a second operator, in one request and in a day. Its entry point is {@link
 * dev.lodestone.points.ledger.limits.LimitService}. It calls {@code ledger.account}.
 */
@NullMarked
package dev.lodestone.points.ledger.limits;

import org.jspecify.annotations.NullMarked;
