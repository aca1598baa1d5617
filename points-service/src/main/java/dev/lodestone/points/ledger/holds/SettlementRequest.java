package dev.lodestone.points.ledger.holds;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * {@snippet lang=json :
 * {"amount": 150}
 * }
 *
 * @param amount the units to spend; the rest of the hold is released. All of it if left out
 */
public record SettlementRequest(
        @Min(1) @Max(1_000_000_000_000L) @Nullable Long amount) {}
