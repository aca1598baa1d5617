package dev.lodestone.points.ledger.holds;

import dev.lodestone.points.ledger.account.Asset;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to reserve units.
 *
 * {@snippet lang=json :
 * {"asset": "POINTS", "amount": 200, "seconds": 900, "orderId": "NH-20260301-0043", "note": "till 4"}
 * }
 *
 * @param asset POINTS if left out
 * @param amount whole units
 * @param seconds how long the hold lasts, at most 30 days; then it is released automatically
 * @param orderId the order it pays, if any: a refund of that order returns its share
 * @param note a remark for operators
 */
public record HoldRequest(
        @Nullable Asset asset,
        @NotNull @Min(1) @Max(1_000_000_000_000L) Long amount,
        @NotNull @Min(1) @Max(2_592_000) Long seconds,
        @Size(min = 1, max = 100) @Nullable String orderId,
        @Size(min = 1, max = 200) @Nullable String note) {}
