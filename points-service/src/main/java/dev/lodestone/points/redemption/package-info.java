/**
 * Members buy rewards with points, and operators reverse it; those who come together share a transaction. It may call the ledger and the catalogue.
 */
@NullMarked
package dev.lodestone.points.redemption;

import org.jspecify.annotations.NullMarked;
