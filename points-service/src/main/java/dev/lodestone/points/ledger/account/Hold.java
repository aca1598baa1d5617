package dev.lodestone.points.ledger.account;

import dev.lodestone.points.ledger.lots.LotPart;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units reserved for a payment that is not settled yet.
 *
 * @param id equal to the id of the posting that reserved the units
 * @param posted the units that were spent when it was settled
 * @param orderId the order it pays, if any
 * @param expiresAt when it is released automatically
 * @param closedAt when it was posted, was voided or expired
 * @param parts the reserved parts of lots while it is open
 */
public record Hold(
        UUID id,
        long amount,
        long posted,
        Status status,
        @Nullable String orderId,
        @Nullable String note,
        Instant heldAt,
        Instant expiresAt,
        @Nullable Instant closedAt,
        List<LotPart> parts) {
    public enum Status {
        OPEN,
        POSTED,
        VOIDED,
        EXPIRED
    }

    public Hold {
        parts = List.copyOf(parts);
    }

    boolean open() {
        return status == Status.OPEN;
    }

    /** The later of {@code instant} and the start of the hold. */
    Instant atOrAfter(Instant instant) {
        return instant.isBefore(heldAt) ? heldAt : instant;
    }

    Hold closed(Status outcome, long spent, Instant at) {
        return new Hold(id, amount, spent, outcome, orderId, note, heldAt, expiresAt, at, List.of());
    }
}
