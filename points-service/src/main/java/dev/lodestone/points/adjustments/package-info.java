/**
 * Operators post by hand: they give, take, and reverse what was posted wrongly; and they decide on what is above the limit of another.
 * It may call ledger, redemption, holds, limits, approvals and audit.
 */
@NullMarked
package dev.lodestone.points.adjustments;

import org.jspecify.annotations.NullMarked;
