/**
 * Adjustments and holds above the limits: a second operator approves or rejects them. It calls {@code
 * ledger.holds}, {@code ledger.adjustments} and {@code ledger.limits}.
 */
@NullMarked
package dev.lodestone.points.ledger.proposals;

import org.jspecify.annotations.NullMarked;
