package dev.lodestone.platform.approvals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that needs a second operator, open or decided.
 *
 * @param kind the kind of request, one of the caller's constants
 * @param content the exact request as JSON; it never changes
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
    /** The state of a proposal. */
    public enum Status {
        OPEN,
        APPROVED,
        REJECTED,
        /** Not decided before {@code expiresAt}. The database still says OPEN. */
        EXPIRED
    }

    /** The content for the second operator. The hash is computed from the stored row, so a manipulated row gives another hash. */
    PendingApproval proposed() {
        return new PendingApproval(proposedBy, expiresAt, ContentHash.of(id.toString(), kind, proposedBy, content));
    }

    Status statusAt(Instant now) {
        return status == Status.OPEN && !now.isBefore(expiresAt) ? Status.EXPIRED : status;
    }
}
