package dev.lodestone.points.rewards.redemption;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A redemption.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "rewardCode": "beef-noodles", "cost": 300, "balanceAfter": 112,
 *   "redeemedAt": "2026-03-01T04:31:07Z"
 * }
 * }
 *
 * @param cost whole points
 * @param balanceAfter the available points right after it
 */
@RegisterForReflection
public record RedemptionView(UUID id, String rewardCode, long cost, long balanceAfter, Instant redeemedAt) {}
