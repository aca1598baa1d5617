package dev.lodestone.points.rewards.redemption;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** A reward that was bought, and the balance right after. */
@RegisterForReflection
public record RedemptionView(UUID id, String rewardCode, long cost, long balanceAfter, Instant redeemedAt) {}
