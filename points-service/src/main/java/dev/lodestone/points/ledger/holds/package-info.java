/**
 * Systems of the brand reserve points for a payment and settle the hold later. Its entry point is {@link
 * dev.lodestone.points.ledger.holds.HoldService}. It calls {@code ledger.account}, {@code ledger.postings} and {@code
 * ledger.limits}.
 */
@NullMarked
package dev.lodestone.points.ledger.holds;

import org.jspecify.annotations.NullMarked;
