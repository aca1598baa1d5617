/**
 * A member buys a reward with points. It may call the ledger and the catalogue.
 */
@NullMarked
package dev.lodestone.points.redemption;

import org.jspecify.annotations.NullMarked;
