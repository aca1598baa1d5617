package dev.lodestone.points.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What points buy.
 *
 * @param cost in points
 * @param stock pieces left; {@code null}: without limit
 */
public record RewardView(
        String code, String name, long cost, @Nullable Long stock) {}
