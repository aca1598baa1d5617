package dev.lodestone.points.ledger.holds;

import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.Hold;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The present state of a hold.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "asset": "POINTS", "amount": 200, "posted": 0, "status": "OPEN",
 *   "orderId": "NH-20260301-0043", "note": "till 4", "heldAt": "2026-03-01T05:00:00Z", "expiresAt": "2026-03-01T05:15:00Z", "closedAt": null
 * }
 * }
 *
 * @param posted the units that were spent when it was settled
 * @param expiresAt when it is released automatically
 * @param closedAt when it was posted, was voided or expired
 */
@RegisterForReflection
public record HoldView(
        UUID id,
        Asset asset,
        long amount,
        long posted,
        Hold.Status status,
        @Nullable String orderId,
        @Nullable String note,
        Instant heldAt,
        Instant expiresAt,
        @Nullable Instant closedAt) {
    HoldView at(Instant now) {
        boolean over = status == Hold.Status.OPEN && !now.isBefore(expiresAt);
        return over
                ? new HoldView(
                        id, asset, amount, posted, Hold.Status.EXPIRED, orderId, note, heldAt, expiresAt, expiresAt)
                : this;
    }

    static HoldView of(Asset asset, Hold hold) {
        return new HoldView(
                hold.id(),
                asset,
                hold.amount(),
                hold.posted(),
                hold.status(),
                hold.orderId(),
                hold.note(),
                hold.heldAt(),
                hold.expiresAt(),
                hold.closedAt());
    }
}
