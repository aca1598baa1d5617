/**
 * The keys that sign blocks, and how one key vouches for the next. Its entry point is {@link
 * dev.lodestone.points.ledger.sealingkeys.SealingKeyProvider}. It calls {@code ledger.hashing}.
 */
@NullMarked
package dev.lodestone.points.ledger.sealingkeys;

import org.jspecify.annotations.NullMarked;
