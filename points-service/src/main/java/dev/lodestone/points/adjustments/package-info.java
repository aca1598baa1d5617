/**
 * Operators post by hand: they give, take, and reverse what was posted wrongly. It may call the ledger.
 */
@NullMarked
package dev.lodestone.points.adjustments;

import org.jspecify.annotations.NullMarked;
