package dev.lodestone.points.rewards.redemption;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param rewardCode of the reward to buy, one piece */
public record RedemptionRequest(@NotBlank @Size(max = 50) String rewardCode) {}
