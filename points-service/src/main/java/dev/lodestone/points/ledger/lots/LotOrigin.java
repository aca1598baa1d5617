package dev.lodestone.points.ledger.lots;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The accrual that opened a lot. It never changes.
 *
 * @param amount the units earned
 * @param earnedAt business time
 * @param orderId the order that earned it, if any
 * @param causeType CloudEvents type of the event that earned it, or the name of another cause
 */
public record LotOrigin(
        long amount,
        Instant earnedAt,
        @Nullable String orderId,
        @Nullable String causeType) {}
