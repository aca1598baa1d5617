package dev.lodestone.points.approvals;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PendingApprovalTest {
    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant BEFORE = END.minusNanos(1_000);
    private final PendingApproval proposed = new PendingApproval("ann", END, "ab");

    @Test
    void shouldAcceptADecisionOfAnotherOperatorOnTheCurrentContent() {
        assertDoesNotThrow(() -> proposed.check("ben", "ab", BEFORE));
        assertEquals(ApprovalProblems.SECOND_OPERATOR_NEEDED, refusal("ann", "ab", BEFORE));
        assertEquals(ApprovalProblems.PROPOSAL_EXPIRED, refusal("ben", "ab", END));
        assertEquals(ApprovalProblems.PROPOSAL_CHANGED, refusal("ben", "ac", BEFORE));
    }

    @Test
    void shouldChangeTheHashWithEachPartOfTheContent() {
        UUID id = Ids.next();
        List<String> hashes = Stream.of(
                        proposal(id, "A", "{}", "ann"),
                        proposal(Ids.next(), "A", "{}", "ann"),
                        proposal(id, "B", "{}", "ann"),
                        proposal(id, "A", "{} ", "ann"),
                        proposal(id, "A", "{}", "anna"))
                .map(proposal -> proposal.proposed().contentHash())
                .toList();

        assertEquals(hashes.size(), hashes.stream().distinct().count());
        assertEquals(
                hashes.getFirst(), proposal(id, "A", "{}", "ann").proposed().contentHash());
        assertNotEquals(ContentHash.of("ab", "c"), ContentHash.of("a", "bc"));
    }

    private ProblemType refusal(String decider, String hash, Instant now) {
        return assertThrows(ProblemException.class, () -> proposed.check(decider, hash, now))
                .type();
    }

    private static Proposal proposal(UUID id, String kind, String content, String by) {
        return new Proposal(id, kind, content, by, BEFORE, END, Proposal.Status.OPEN, null, null, null);
    }
}
