/**
 * The lots of an account: what one accrual left, its terms, how units go in and out; pure. Its entry point is {@link
 * dev.lodestone.points.ledger.lots.Lots}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.points.ledger.lots;

import org.jspecify.annotations.NullMarked;
