package dev.lodestone.points.ledger.adjustments;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.approvals.PendingApproval;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.Cause;
import dev.lodestone.points.ledger.account.LedgerAccount;
import dev.lodestone.points.ledger.account.Posting;
import dev.lodestone.points.ledger.limits.Authority;
import dev.lodestone.points.ledger.limits.LimitService;
import dev.lodestone.points.ledger.limits.Movement;
import dev.lodestone.points.ledger.lots.LotTerms;
import dev.lodestone.points.ledger.postings.LedgerService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grants and deducts units for an operator while the member's account is locked. */
@ApplicationScoped
public class AdjustmentService {
    private final LedgerService ledger;
    private final LimitService limits;
    private final Clock clock;

    AdjustmentService(LedgerService ledger, LimitService limits, Clock clock) {
        this.ledger = ledger;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Grants or deducts units if the caller's limits allow it; otherwise proposes it to a second operator.
     *
     * @return a {@link PostingView}, or a {@link dev.lodestone.platform.approvals.ProposalView}
     * @throws ProblemException 422 {@code assets-differ} or {@code unsupported-posting}, 409 {@code insufficient-points}, 400 if the units
     *     would expire at once, or 409 {@code proposal-changed} if they would by the time of the approval
     */
    public Uni<Object> post(SqlConnection tx, MemberId member, PostingRequest request, Authority authority) {
        check(request);
        checkExpiry(request.expiresAt(), authority);
        Asset asset = request.from().asset();
        Cause cause = Cause.byHand(
                authority.causeId(), "adjustment", clock.instant(), null, request.note(), authority.actor());
        LotTerms terms = LotTerms.until(
                request.expiresAt() == null ? null : request.expiresAt().toInstant());
        Movement movement = new Movement(
                Movement.Kind.POSTING, asset, request.amount(), new ProposedPosting(member.value(), request));
        return ledger.openWithLots(tx, Set.of(member), asset, clock.instant()).chain(locked -> {
            Account account = locked.account(member, asset);
            Posting posting = request.from().account() == LedgerAccount.ISSUED
                    ? account.grant(request.amount(), terms, cause)
                    : account.deduct(request.amount(), cause);
            return limits.permit(
                    tx, authority, movement, () -> ledger.write(tx, locked).replaceWith(PostingView.of(posting)));
        });
    }

    private void checkExpiry(@Nullable OffsetDateTime expiresAt, Authority authority) {
        if (expiresAt == null || expiresAt.toInstant().isAfter(clock.instant())) {
            return;
        }
        if (authority instanceof Authority.Approved) {
            throw PendingApproval.changed("expiresAt, " + expiresAt
                    + ", has passed, so the points would expire at once: reject the proposal and grant them again");
        }
        throw new ProblemException(
                PlatformProblems.INVALID_REQUEST,
                "expiresAt must be in the future, but was " + expiresAt + "; leave it out for points that never expire",
                Map.of("errors", List.of(Map.of("field", "expiresAt", "message", "must be in the future"))));
    }

    private static void check(PostingRequest request) {
        if (request.from().asset() != request.to().asset()) {
            throw new ProblemException(
                    AdjustmentProblems.ASSETS_DIFFER,
                    "from is " + request.from().asset() + " and to is "
                            + request.to().asset() + ": name the same asset on both sides");
        }
        Set<LedgerAccount> allowed = Set.of(LedgerAccount.ISSUED, LedgerAccount.AVAILABLE);
        if (request.from().account() == request.to().account()
                || !allowed.contains(request.from().account())
                || !allowed.contains(request.to().account())) {
            throw new ProblemException(
                    AdjustmentProblems.UNSUPPORTED_POSTING,
                    "Post from ISSUED to AVAILABLE to grant, from AVAILABLE to ISSUED to deduct");
        }
    }
}
