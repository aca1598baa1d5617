/**
 * Brand systems hold points for something that is not settled yet, and settle it later. Its entry point is {@link
 * dev.lodestone.points.ledger.holds.HoldService}. It calls {@code approvals}, {@code ledger.account}, {@code ledger.postings} and {@code
 * ledger.limits}.
 */
@NullMarked
package dev.lodestone.points.ledger.holds;

import org.jspecify.annotations.NullMarked;
