package dev.lodestone.platform.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
        assertThatCode(() -> proposed.check("ben", "ab", BEFORE)).doesNotThrowAnyException();
        assertThat(refusal("ann", "ab", BEFORE)).isEqualTo(ApprovalProblems.SECOND_OPERATOR_NEEDED);
        assertThat(refusal("ben", "ab", END)).isEqualTo(ApprovalProblems.PROPOSAL_EXPIRED);
        assertThat(refusal("ben", "ac", BEFORE)).isEqualTo(ApprovalProblems.PROPOSAL_CHANGED);
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

        assertThat(hashes.stream().distinct().count()).isEqualTo(hashes.size());
        assertThat(proposal(id, "A", "{}", "ann").proposed().contentHash()).isEqualTo(hashes.getFirst());
        assertThat(ContentHash.of("a", "bc")).isNotEqualTo(ContentHash.of("ab", "c"));
    }

    private ProblemType refusal(String decider, String hash, Instant now) {
        return catchThrowableOfType(ProblemException.class, () -> proposed.check(decider, hash, now))
                .type();
    }

    private static Proposal proposal(UUID id, String kind, String content, String by) {
        return new Proposal(id, kind, content, by, BEFORE, END, Proposal.Status.OPEN, null, null, null);
    }
}
