package dev.lodestone.platform.approvals;

import dev.lodestone.platform.audit.AuditEntry;
import dev.lodestone.platform.audit.AuditService;
import dev.lodestone.platform.paging.Cursor;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the endpoints of proposals do: list them, approve and execute one, reject one. Each decision has an audit entry in its transaction. */
@ApplicationScoped
public class ProposalDecisionService {
    private static final String SUBJECT = "PROPOSAL";

    private final Transactions transactions;
    private final ProposalService proposals;
    private final AuditService audit;

    ProposalDecisionService(Transactions transactions, ProposalService proposals, AuditService audit) {
        this.transactions = transactions;
        this.proposals = proposals;
        this.audit = audit;
    }

    /**
     * A page of proposals, newest first.
     *
     * @param status a name of {@link Proposal.Status}; null for all
     * @param after the cursor of the page before; null for the first page
     * @throws ProblemException 400 {@code invalid-request} if {@code after} is no cursor
     */
    public Uni<Page<ProposalView>> list(ProposedWork work, @Nullable String status, @Nullable String after, int limit) {
        Proposal.Status of = status == null ? null : Proposal.Status.valueOf(status);
        UUID before = Cursor.id(after);
        return transactions.read(connection -> proposals
                .list(connection, work.kinds(), of, before, limit + 1)
                .map(found -> Page.of(found, limit, proposal -> Cursor.of(proposal.id()))
                        .map(proposals::view)));
    }

    /** @throws ProblemException 404 {@code proposal-unknown} */
    public Uni<ProposalView> find(ProposedWork work, UUID id) {
        return transactions.read(
                connection -> proposals.find(connection, work.kinds(), id).map(proposals::view));
    }

    /**
     * Approves a proposal and executes it once. If the execution fails, the proposal stays open.
     *
     * @throws ProblemException as {@link ProposalService#approve} and the executed request throw it
     */
    public Uni<ApprovalView> approve(
            SqlConnection tx, ProposedWork work, UUID id, ApprovalRequest request, String approver) {
        return proposals
                .approve(tx, work.kinds(), id, request.contentHash(), approver)
                .chain(approved -> work.execute(tx, approved, approver)
                        .map(result -> new ApprovalView(proposals.view(approved), result))
                        .call(() -> record(tx, approved, approver)));
    }

    /** @throws ProblemException as {@link ProposalService#reject} throws it */
    public Uni<ProposalView> reject(
            SqlConnection tx, ProposedWork work, UUID id, RejectionRequest request, String decider) {
        return proposals
                .reject(tx, work.kinds(), id, request.contentHash(), decider, request.reason())
                .call(rejected -> record(tx, rejected, decider))
                .map(proposals::view);
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
