package dev.lodestone.points.ledger.proposals;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.approvals.Proposal;
import dev.lodestone.platform.approvals.ProposalService;
import dev.lodestone.platform.approvals.ProposedWork;
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
import java.util.Set;

/** Executes proposals that a second operator approves, in the transaction of the approval. */
@ApplicationScoped
class ProposalExecutionService implements ProposedWork {
    private final ProposalService proposals;
    private final AdjustmentService adjustments;
    private final ReversalService reversals;
    private final HoldService holds;

    ProposalExecutionService(
            ProposalService proposals, AdjustmentService adjustments, ReversalService reversals, HoldService holds) {
        this.proposals = proposals;
        this.adjustments = adjustments;
        this.reversals = reversals;
        this.holds = holds;
    }

    @Override
    public Set<String> kinds() {
        return Movement.Kind.NAMES;
    }

    @Override
    public Uni<Object> execute(SqlConnection tx, Proposal approved, String approver) {
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
}
