package dev.lodestone.points.ledger.adjustments;

import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.LedgerAccount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A posting by hand: from ISSUED to AVAILABLE grants units, from AVAILABLE to ISSUED deducts them.
 *
 * {@snippet lang=json :
 * {
 *   "from": {"account": "ISSUED", "asset": "POINTS"}, "to": {"account": "AVAILABLE", "asset": "POINTS"},
 *   "amount": 500, "note": "goodwill", "expiresAt": "2027-03-01T00:00:00+08:00"
 * }
 * }
 *
 * @param amount whole units
 * @param note the reason; members read it on their statement
 * @param expiresAt when granted units expire, in the future; never if left out
 */
public record PostingRequest(
        @NotNull @Valid Side from,
        @NotNull @Valid Side to,
        @NotNull @Min(1) @Max(1_000_000_000_000L) Long amount,
        @NotBlank @Size(max = 200) String note,
        @Nullable OffsetDateTime expiresAt) {
    /** A ledger account of one asset. */
    public record Side(
            @NotNull LedgerAccount account, @NotNull Asset asset) {}
}
