package dev.lodestone.points.rewards.redemption;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A request for a redemption.
 *
 * {@snippet lang=json :
 * {"rewardCode": "beef-noodles"}
 * }
 *
 * @param rewardCode code of the reward; one unit is bought
 */
public record RedemptionRequest(@NotBlank @Size(max = 50) String rewardCode) {}
