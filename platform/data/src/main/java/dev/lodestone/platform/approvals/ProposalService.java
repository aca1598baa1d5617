package dev.lodestone.platform.approvals;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores proposals and decides on each once. Execute an approved proposal in the same transaction: then concurrent approvals execute it
 * once, and an approval whose effect fails leaves the proposal open.
 */
@ApplicationScoped
public class ProposalService {
    private final ProposalRepository proposals;
    private final Json json;
    private final Clock clock;

    ProposalService(ProposalRepository proposals, Json json, Clock clock) {
        this.proposals = proposals;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Stores a proposal for a second operator.
     *
     * @param content the request; any value that Jackson can write
     * @param lifetime how long it can be decided
     */
    public Uni<Proposal> propose(SqlConnection tx, String kind, Object content, String proposedBy, Duration lifetime) {
        Instant now = clock.instant();
        Proposal proposal = new Proposal(
                Ids.next(),
                kind,
                json.write(content),
                proposedBy,
                now,
                now.plus(lifetime),
                Proposal.Status.OPEN,
                null,
                null,
                null);
        return proposals.insert(tx, proposal).replaceWith(proposal);
    }

    /**
     * The proposal {@code id} of one of {@code kinds}.
     *
     * @throws ProblemException 404 {@code proposal-unknown}
     */
    public Uni<Proposal> find(SqlConnection connection, Set<String> kinds, UUID id) {
        return proposals.find(connection, kinds, id).map(found -> found.orElseThrow(ProposalService::unknown));
    }

    /** At most {@code limit} proposals of {@code kinds} older than {@code after}, newest first. */
    public Uni<List<Proposal>> list(
            SqlConnection connection,
            Set<String> kinds,
            Proposal.@Nullable Status status,
            @Nullable UUID after,
            int limit) {
        return proposals.list(connection, kinds, status, after, clock.instant(), limit);
    }

    /**
     * Approves the proposal whose content has the hash {@code seenHash}. The caller executes it in the same transaction.
     *
     * @throws ProblemException 404 {@code proposal-unknown}, 403 {@code second-operator-needed}, 409 {@code proposal-decided}, {@code
     *     proposal-expired} or {@code proposal-changed}
     */
    public Uni<Proposal> approve(SqlConnection tx, Set<String> kinds, UUID id, String seenHash, String approver) {
        return decide(tx, kinds, id, seenHash, approver, Proposal.Status.APPROVED, null);
    }

    /**
     * Rejects the proposal whose content has the hash {@code seenHash}.
     *
     * @throws ProblemException as {@link #approve}
     */
    public Uni<Proposal> reject(
            SqlConnection tx, Set<String> kinds, UUID id, String seenHash, String decider, String reason) {
        return decide(tx, kinds, id, seenHash, decider, Proposal.Status.REJECTED, reason);
    }

    /** The representation of {@code proposal} for callers. */
    public ProposalView view(Proposal proposal) {
        return new ProposalView(
                proposal.id(),
                proposal.kind(),
                json.tree(proposal.content()),
                proposal.proposed().contentHash(),
                proposal.proposedBy(),
                proposal.proposedAt(),
                proposal.expiresAt(),
                proposal.statusAt(clock.instant()),
                proposal.decidedBy(),
                proposal.decidedAt(),
                proposal.reason());
    }

    /** The content of {@code proposal}, read as {@code type}. */
    public <C> C content(Proposal proposal, Class<C> type) {
        return json.read(proposal.content(), type);
    }

    private Uni<Proposal> decide(
            SqlConnection tx,
            Set<String> kinds,
            UUID id,
            String seenHash,
            String decider,
            Proposal.Status outcome,
            @Nullable String reason) {
        return proposals
                .lock(tx, kinds, id)
                .map(found -> found.orElseThrow(ProposalService::unknown))
                .map(proposal -> decided(proposal, seenHash, decider, outcome, reason))
                .call(decided -> proposals.decide(tx, decided));
    }

    private Proposal decided(
            Proposal proposal, String seenHash, String decider, Proposal.Status outcome, @Nullable String reason) {
        Instant now = clock.instant();
        if (proposal.status() != Proposal.Status.OPEN) {
            throw alreadyDecided(proposal);
        }
        proposal.proposed().check(decider, seenHash, now);
        return new Proposal(
                proposal.id(),
                proposal.kind(),
                proposal.content(),
                proposal.proposedBy(),
                proposal.proposedAt(),
                proposal.expiresAt(),
                outcome,
                decider,
                now,
                reason);
    }

    private static ProblemException alreadyDecided(Proposal proposal) {
        Map<String, Object> extensions = new HashMap<>(Map.of("proposalStatus", proposal.status()));
        if (proposal.decidedBy() != null) {
            extensions.put("decidedBy", proposal.decidedBy());
        }
        return new ProblemException(
                ApprovalProblems.PROPOSAL_DECIDED,
                "It was " + proposal.status() + " at " + proposal.decidedAt()
                        + "; read the proposal to see who decided",
                extensions);
    }

    private static ProblemException unknown() {
        return new ProblemException(ApprovalProblems.PROPOSAL_UNKNOWN, "Use an id from the list of proposals");
    }
}
