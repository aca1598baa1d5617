package dev.lodestone.tier.awarding;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.approvals.ApprovalView;
import dev.lodestone.platform.approvals.Proposal;
import dev.lodestone.platform.approvals.ProposalService;
import dev.lodestone.platform.approvals.RejectionRequest;
import dev.lodestone.platform.audit.AuditEntry;
import dev.lodestone.platform.audit.AuditService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Decides on proposed awards and ends, and executes what is approved in the transaction of the approval. */
@ApplicationScoped
class AwardProposalService {
    static final Set<String> KINDS = Set.of(AwardingService.GIVE, AwardingService.END);
    /** Two names fit into the column of one. */
    private static final int NAME_LENGTH_MAX = 90;

    private final ProposalService proposals;
    private final AwardingService awarding;
    private final AuditService audit;

    AwardProposalService(ProposalService proposals, AwardingService awarding, AuditService audit) {
        this.proposals = proposals;
        this.awarding = awarding;
        this.audit = audit;
    }

    /**
     * Approves a proposal and executes it once. If the execution fails, the proposal stays open.
     *
     * @throws dev.lodestone.platform.problem.ProblemException as {@link ProposalService#approve} and the executed request throw it
     */
    Uni<ApprovalView> approve(SqlConnection tx, UUID id, String seenHash, String approver) {
        return proposals
                .approve(tx, KINDS, id, seenHash, approver)
                .chain(approved -> execute(tx, approved, approver)
                        .map(result -> new ApprovalView(proposals.view(approved), result))
                        .call(() -> record(tx, approved, approver)));
    }

    /** @throws dev.lodestone.platform.problem.ProblemException as {@link ProposalService#reject} throws it */
    Uni<Proposal> reject(SqlConnection tx, UUID id, RejectionRequest request, String decider) {
        return proposals
                .reject(tx, KINDS, id, request.contentHash(), decider, request.reason())
                .call(rejected -> record(tx, rejected, decider));
    }

    private Uni<Object> execute(SqlConnection tx, Proposal approved, String approver) {
        ProposedAward asked = proposals.content(approved, ProposedAward.class);
        MemberId member = new MemberId(asked.memberId());
        String operators = "%s, approved by %s".formatted(shortened(approved.proposedBy()), shortened(approver));
        return asked.award() != null
                ? awarding.give(tx, member, asked.award(), operators, true)
                : awarding.end(
                        tx,
                        member,
                        Objects.requireNonNull(asked.awardId()),
                        Objects.requireNonNull(asked.end()),
                        operators,
                        true);
    }

    private Uni<Void> record(SqlConnection tx, Proposal decided, String decider) {
        return audit.record(
                tx,
                new AuditEntry(
                        decider,
                        "PROPOSAL_" + decided.status(),
                        "PROPOSAL",
                        decided.id().toString(),
                        null,
                        proposals.view(decided),
                        decided.reason()));
    }

    private static String shortened(String name) {
        return name.length() > NAME_LENGTH_MAX ? name.substring(0, NAME_LENGTH_MAX) : name;
    }
}
