package dev.lodestone.points.ledger.blocks;

import org.jspecify.annotations.Nullable;

/**
 * A posting and the block that seals it.
 *
 * @param block the number of its block; {@code null} while it is not sealed
 */
public record ProvablePosting(
        SealedPosting posting, @Nullable Long block) {}
