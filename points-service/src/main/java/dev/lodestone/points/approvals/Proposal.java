package dev.lodestone.points.approvals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for a second person, or waited.
 *
 * @param kind what is asked, one of the caller's constants
 * @param content what is asked exactly, as JSON; it never changes
 * @param reason why it was rejected
 */
public record Proposal(
        UUID id,
        String kind,
        String content,
        String proposedBy,
        Instant proposedAt,
        Instant expiresAt,
        Status status,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {
    /** Where a proposal stands. */
    public enum Status {
        OPEN,
        APPROVED,
        REJECTED,
        /** Open, but its time is over. */
        EXPIRED
    }

    /** What a second person decides on; the hash is made from what is kept now, whatever it was when it was proposed. */
    Proposed proposed() {
        return new Proposed(proposedBy, expiresAt, ContentHash.of(id.toString(), kind, proposedBy, content));
    }

    Status statusAt(Instant now) {
        return status == Status.OPEN && !now.isBefore(expiresAt) ? Status.EXPIRED : status;
    }
}
