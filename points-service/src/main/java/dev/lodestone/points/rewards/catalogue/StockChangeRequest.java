package dev.lodestone.points.rewards.catalogue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A change of a stock.
 *
 * {@snippet lang=json :
 * {"units": 20, "reason": "delivery of 1 March"}
 * }
 *
 * @param units units to add; negative to remove
 * @param reason the reason, for the audit log
 */
public record StockChangeRequest(
        @NotNull @Min(-RewardRequest.STOCK_MAX) @Max(RewardRequest.STOCK_MAX) Long units,

        @NotBlank @Size(max = 200) String reason) {}
