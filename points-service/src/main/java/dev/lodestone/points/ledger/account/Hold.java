package dev.lodestone.points.ledger.account;

import dev.lodestone.points.ledger.lots.LotPart;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Value reserved for something that is not settled yet.
 *
 * @param id also of the posting that reserved it
 * @param posted what was spent when it was settled
 * @param orderId what it is for, if for an order
 * @param expiresAt it is released by itself then
 * @param closedAt when it was posted, voided or ran out
 * @param parts the lots it reserves of, while it is open
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

    /** {@code instant}, but not before it began. */
    Instant atOrAfter(Instant instant) {
        return instant.isBefore(heldAt) ? heldAt : instant;
    }

    Hold closed(Status outcome, long spent, Instant at) {
        return new Hold(id, amount, spent, outcome, orderId, note, heldAt, expiresAt, at, List.of());
    }
}
