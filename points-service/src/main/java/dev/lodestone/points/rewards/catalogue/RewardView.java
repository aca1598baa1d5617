package dev.lodestone.points.rewards.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What points buy.
 *
 * @param cost in points
 * @param stock pieces left; {@code null}: without limit
 * @param version counts every change, by an operator or by a sale
 */
@RegisterForReflection
public record RewardView(
        String code, String name, long cost, @Nullable Long stock, long version) {}
