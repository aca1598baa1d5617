package dev.lodestone.points.rewards.catalogue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A reward as an operator writes it; see {@link RewardView}.
 *
 * {@snippet lang=json :
 * {"name": "Beef noodles", "cost": 300, "stock": 50, "expectedVersion": 4}
 * }
 *
 * @param stock units in stock. If left out, a new reward has no limit; an existing one has no limit if {@code expectedVersion} is sent, and
 *     keeps its stock otherwise
 * @param expectedVersion the {@code version} that was read: required to change the stock, and checked whenever it is sent
 */
public record RewardRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Min(1) @Max(100_000_000) Long cost,
        @Min(0) @Max(RewardRequest.STOCK_MAX) @Nullable Long stock,
        @Min(1) @Nullable Long expectedVersion) {
    static final long STOCK_MAX = 1_000_000_000_000L;
}
