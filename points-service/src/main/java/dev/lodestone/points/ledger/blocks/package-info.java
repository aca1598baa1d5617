/**
 * Finished postings and audit entries, hashed, chained and signed as blocks, and read again. It reads the rows of {@code posting} as they
 * stand, since it vouches for those rows and not for what other code makes of them. Its entry points are {@link
 * dev.lodestone.points.ledger.blocks.SealingService} and {@link dev.lodestone.points.ledger.blocks.BlockService}. It calls {@code
 * ledger.hashing}, {@code ledger.sealingkeys} and {@code ledger.heads}.
 */
@NullMarked
package dev.lodestone.points.ledger.blocks;

import org.jspecify.annotations.NullMarked;
