package dev.lodestone.points.ledger.proposals;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.approvals.ApprovalView;
import dev.lodestone.platform.approvals.Proposal;
import dev.lodestone.platform.approvals.ProposalService;
import dev.lodestone.platform.approvals.RejectionRequest;
import dev.lodestone.platform.audit.AuditEntry;
import dev.lodestone.platform.audit.AuditService;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.ledger.adjustments.AdjustmentService;
import dev.lodestone.points.ledger.adjustments.ProposedPosting;
import dev.lodestone.points.ledger.adjustments.ProposedReversal;
import dev.lodestone.points.ledger.adjustments.ReversalService;
import dev.lodestone.points.ledger.holds.HoldService;
import dev.lodestone.points.ledger.holds.ProposedHold;
import dev.lodestone.points.ledger.limits.Authority;
import dev.lodestone.points.ledger.limits.Movement;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Executes proposals that a second operator approves, in the transaction of the approval. */
@ApplicationScoped
class ProposalExecutionService {
    private static final String SUBJECT = "PROPOSAL";

    private final ProposalService proposals;
    private final AdjustmentService adjustments;
    private final ReversalService reversals;
    private final HoldService holds;
    private final AuditService audit;

    ProposalExecutionService(
            ProposalService proposals,
            AdjustmentService adjustments,
            ReversalService reversals,
            HoldService holds,
            AuditService audit) {
        this.proposals = proposals;
        this.adjustments = adjustments;
        this.reversals = reversals;
        this.holds = holds;
        this.audit = audit;
    }

    /**
     * Approves a proposal and executes it once. If the execution fails, the proposal stays open.
     *
     * @throws ProblemException as {@link ProposalService#approve} and the executed request throw it
     */
    Uni<ApprovalView> approve(SqlConnection tx, UUID id, String seenHash, String approver) {
        return proposals
                .approve(tx, Movement.Kind.NAMES, id, seenHash, approver)
                .chain(approved -> execute(tx, approved)
                        .map(result -> new ApprovalView(proposals.view(approved), result))
                        .call(view -> record(tx, approved, approver)));
    }

    /** @throws ProblemException as {@link ProposalService#reject} throws it */
    Uni<Proposal> reject(SqlConnection tx, UUID id, RejectionRequest request, String decider) {
        return proposals
                .reject(tx, Movement.Kind.NAMES, id, request.contentHash(), decider, request.reason())
                .call(rejected -> record(tx, rejected, decider));
    }

    private Uni<Object> execute(SqlConnection tx, Proposal approved) {
        Authority authority = new Authority.Approved(approved);
        return switch (Movement.Kind.valueOf(approved.kind())) {
            case POSTING -> {
                ProposedPosting asked = proposals.content(approved, ProposedPosting.class);
                yield adjustments.post(tx, new MemberId(asked.memberId()), asked.posting(), authority);
            }
            case REVERSAL -> reversals.approved(tx, proposals.content(approved, ProposedReversal.class), authority);
            case HOLD -> {
                ProposedHold asked = proposals.content(approved, ProposedHold.class);
                yield holds.place(tx, new MemberId(asked.memberId()), asked.hold(), authority);
            }
        };
    }

    private Uni<Void> record(SqlConnection tx, Proposal decided, String decider) {
        return audit.record(
                tx,
                new AuditEntry(
                        decider,
                        SUBJECT + "_" + decided.status(),
                        SUBJECT,
                        decided.id().toString(),
                        null,
                        proposals.view(decided),
                        decided.reason()));
    }
}
