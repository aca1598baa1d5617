package dev.lodestone.points.rewards.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A reward that members buy with points.
 *
 * {@snippet lang=json :
 * {"code": "beef-noodles", "name": "Beef noodles", "cost": 300, "stock": 50, "version": 5}
 * }
 *
 * @param cost cost in whole points
 * @param stock units left; {@code null} without limit
 * @param version incremented by each change and each sale
 */
@RegisterForReflection
public record RewardView(
        String code, String name, long cost, @Nullable Long stock, long version) {}
