package dev.lodestone.points.approvals;

import dev.lodestone.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Map;

/**
 * What one person proposed and another decides on.
 *
 * @param expiresAt nobody may approve it from then on
 * @param contentHash of what is proposed as it is now, see {@link ContentHash}
 */
public record Proposed(String proposedBy, Instant expiresAt, String contentHash) {
    /**
     * Checks that {@code decider} may decide now, on what they saw.
     *
     * @param seenHash the hash that came with what they were shown
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

    /** Whether its time is over at {@code now}. */
    public boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** The problem of a proposal that can no longer do what was seen. */
    public static ProblemException changed(String detail) {
        return new ProblemException(ApprovalProblems.PROPOSAL_CHANGED, detail);
    }
}
