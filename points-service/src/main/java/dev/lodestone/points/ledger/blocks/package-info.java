/**
 * Seals finished postings and audit entries: hashes, chains and signs them as blocks, and reads the blocks. It reads the table {@code
 * posting} directly, because it vouches for the stored rows and not for the code of other packages. Its entry points are {@link
 * dev.lodestone.points.ledger.blocks.SealingService} and {@link dev.lodestone.points.ledger.blocks.BlockService}. It calls {@code
 * ledger.hashing}, {@code ledger.sealingkeys} and {@code ledger.heads}.
 */
@NullMarked
package dev.lodestone.points.ledger.blocks;

import org.jspecify.annotations.NullMarked;
