/**
 * The lots of an account: the units of each accrual, their terms and their changes. All of it is pure. Its entry point is {@link
 * dev.lodestone.points.ledger.lots.Lots}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.points.ledger.lots;

import org.jspecify.annotations.NullMarked;
