package dev.lodestone.points.ledger.blocks;

import org.jspecify.annotations.Nullable;

/**
 * A posting and where it is sealed.
 *
 * @param block the number of its block, or {@code null} while it has none
 */
public record ProvablePosting(
        SealedPosting posting, @Nullable Long block) {}
