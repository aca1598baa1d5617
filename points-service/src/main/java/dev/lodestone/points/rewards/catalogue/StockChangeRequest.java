package dev.lodestone.points.rewards.catalogue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A difference in stock.
 *
 * @param units pieces that are added, or removed if negative
 * @param reason why, for those who check the stock later
 */
public record StockChangeRequest(
        @NotNull @Min(-RewardRequest.STOCK_MAX) @Max(RewardRequest.STOCK_MAX) Long units,

        @NotBlank @Size(max = 200) String reason) {}
