package dev.lodestone.platform.approvals;

import dev.lodestone.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Map;

/**
 * Content that one operator proposed and another must approve.
 *
 * @param expiresAt it cannot be decided from then on
 * @param contentHash hash of the current content, see {@link ContentHash}
 */
public record PendingApproval(String proposedBy, Instant expiresAt, String contentHash) {
    /**
     * Checks that {@code decider} may decide at {@code now}, and read the current content.
     *
     * @param seenHash the hash of the content that the decider read
     * @throws ProblemException 403 {@code second-operator-needed}, 409 {@code proposal-expired} or {@code proposal-changed}
     */
    public void check(String decider, String seenHash, Instant now) {
        if (decider.equals(proposedBy)) {
            throw new ProblemException(ApprovalProblems.SECOND_OPERATOR_NEEDED, "Ask another operator to decide on it");
        }
        if (hasExpired(now)) {
            throw new ProblemException(
                    ApprovalProblems.PROPOSAL_EXPIRED, "It could be decided until " + expiresAt + "; propose it again");
        }
        if (!contentHash.equals(seenHash)) {
            throw new ProblemException(
                    ApprovalProblems.PROPOSAL_CHANGED,
                    "Read the proposal again and send the contentHash that comes with it",
                    Map.of("contentHash", contentHash));
        }
    }

    /** True if it can no longer be decided at {@code now}. */
    public boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** The problem for a proposal whose effect would now differ from what the operator read. */
    public static ProblemException changed(String detail) {
        return new ProblemException(ApprovalProblems.PROPOSAL_CHANGED, detail);
    }
}
