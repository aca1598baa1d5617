package dev.lodestone.points.catalogue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A reward as an operator describes it; see {@link RewardView}. */
public record RewardRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Min(1) @Max(100_000_000) Long cost,
        @Min(0) @Nullable Long stock) {}
