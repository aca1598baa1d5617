package dev.lodestone.points.rewards.redemption;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A redemption.
 *
 * @param cost whole points
 * @param balanceAfter the available points right after it
 */
@RegisterForReflection
public record RedemptionView(UUID id, String rewardCode, long cost, long balanceAfter, Instant redeemedAt) {}
