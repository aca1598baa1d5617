/**
 * Postings and reversals by hand. Its entry points are {@link dev.lodestone.points.ledger.adjustments.AdjustmentService} and {@link
 * dev.lodestone.points.ledger.adjustments.ReversalService}. It calls {@code ledger.lots}, {@code ledger.account},
 * {@code ledger.postings}, {@code ledger.history}, {@code ledger.limits} and {@code rewards.redemption}.
 */
@NullMarked
package dev.lodestone.points.ledger.adjustments;

import org.jspecify.annotations.NullMarked;
