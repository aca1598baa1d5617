package dev.lodestone.points.ledger.adjustments;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.approvals.PendingApproval;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.account.Cause;
import dev.lodestone.points.ledger.account.OrderSpend;
import dev.lodestone.points.ledger.history.LedgerHistoryService;
import dev.lodestone.points.ledger.history.PostingRow;
import dev.lodestone.points.ledger.limits.Authority;
import dev.lodestone.points.ledger.limits.LimitService;
import dev.lodestone.points.ledger.limits.Movement;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.postings.LedgerService;
import dev.lodestone.points.ledger.postings.LockedAccounts;
import dev.lodestone.points.rewards.redemption.RedemptionService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reverses postings for an operator while the member's account is locked. */
@ApplicationScoped
public class ReversalService {
    private static final String CAUSE = "reversal";

    private final LedgerService ledger;
    private final LedgerHistoryService history;
    private final RedemptionService redemptions;
    private final LimitService limits;
    private final Clock clock;

    ReversalService(
            LedgerService ledger,
            LedgerHistoryService history,
            RedemptionService redemptions,
            LimitService limits,
            Clock clock) {
        this.ledger = ledger;
        this.history = history;
        this.redemptions = redemptions;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Claws back the earned units of a posting, or returns its spent units, as far as they are not reversed yet. Every new posting names
     * the reversed one. Above the caller's limits it proposes this to a second operator. The reward of a reversed redemption returns to
     * stock.
     *
     * @return a list of {@link PostingView}, or a {@link dev.lodestone.platform.approvals.ProposalView}
     * @throws ProblemException 404 {@code posting-unknown}, 409 {@code posting-not-reversible}, {@code posting-reversed},
     *     {@code posting-expired} or {@code posting-spent}
     */
    Uni<Object> reverse(SqlConnection tx, MemberId member, UUID id, String note, Authority authority) {
        return reversal(tx, member, id, note, authority)
                .chain(reversal -> limits.permit(tx, authority, reversal.movement(note), () -> write(tx, reversal)));
    }

    /**
     * Executes an approved reversal, as {@link #reverse} does.
     *
     * @throws ProblemException also 409 {@code proposal-changed} if it would reverse a different amount than the approved one
     */
    public Uni<Object> approved(SqlConnection tx, ProposedReversal asked, Authority authority) {
        return reversal(tx, new MemberId(asked.memberId()), asked.postingId(), asked.note(), authority)
                .invoke(reversal -> {
                    if (reversal.amount() != asked.amount()) {
                        throw PendingApproval.changed("It would now reverse " + reversal.amount() + ", not "
                                + asked.amount() + ": reject the proposal and reverse the posting again");
                    }
                })
                .chain(reversal -> write(tx, reversal))
                .map(views -> views);
    }

    /** A reversal that is posted to locked accounts in memory and not written yet. */
    private record Reversal(LockedAccounts locked, Account account, UUID postingId, PostingRow reversed) {
        List<PostingView> postings() {
            return account.changes().postings().stream()
                    .filter(posting -> posting.cause().type().equals(CAUSE))
                    .map(PostingView::of)
                    .toList();
        }

        /** The units reversed. Units that only become available again to be clawed back do not count. */
        long amount() {
            return postings().stream()
                    .filter(posting -> posting.kind() != PostingKind.REINSTATED)
                    .mapToLong(PostingView::amount)
                    .sum();
        }

        Movement movement(String note) {
            ProposedReversal content =
                    new ProposedReversal(account.member().value(), postingId, account.asset(), amount(), note);
            return new Movement(Movement.Kind.REVERSAL, account.asset(), amount(), content);
        }
    }

    private Uni<Reversal> reversal(SqlConnection tx, MemberId member, UUID id, String note, Authority authority) {
        Cause cause = Cause.byHand(authority.causeId(), CAUSE, clock.instant(), null, note, authority.actor());
        return ledger.open(tx, Set.of(member), Set.of())
                .chain(locked -> history.posting(tx, member, id)
                        .map(found -> found.orElseThrow(() -> new ProblemException(
                                AdjustmentProblems.POSTING_UNKNOWN, "Use a postingId from the member's statement")))
                        .map(found -> new Reversal(locked, locked.account(member, found.asset()), id, found)))
                .call(reversal -> post(tx, reversal, cause));
    }

    private Uni<Void> post(SqlConnection tx, Reversal reversal, Cause cause) {
        Account account = reversal.account();
        Set<MemberId> members = Set.of(account.member());
        UUID id = reversal.postingId();
        return switch (reversal.reversed().kind()) {
            case EARNED, EARNED_PENDING, GRANTED ->
                ledger.load(tx, reversal.locked(), members, List.of(), List.of(id))
                        .invoke(() -> clawBack(reversal, cause));
            case REDEEMED, HOLD_POSTED ->
                ledger.findSpend(tx, account.member(), id)
                        .map(found -> found.orElseThrow(() -> new IllegalStateException("the spend has no lots")))
                        .chain(spend -> ledger.load(tx, reversal.locked(), members, List.of(), lotsOf(spend))
                                .invoke(() -> returnSpent(account, spend, cause)));
            case CONFIRMED, HELD, RELEASED, RETURNED, CLAWED_BACK, PENDING_CLAWED_BACK, EXPIRED, REINSTATED, DEDUCTED ->
                throw new ProblemException(
                        AdjustmentProblems.NOT_REVERSIBLE,
                        "Reverse the posting that earned or spent the points instead, or grant points by hand",
                        Map.of("kind", reversal.reversed().kind()));
        };
    }

    private Uni<List<PostingView>> write(SqlConnection tx, Reversal reversal) {
        List<PostingView> views = reversal.postings();
        return ledger.write(tx, reversal.locked())
                .chain(() -> returnUnit(tx, reversal))
                .replaceWith(views);
    }

    private Uni<Void> returnUnit(SqlConnection tx, Reversal reversal) {
        return reversal.reversed().kind() == PostingKind.REDEEMED
                ? redemptions.reverse(
                        tx, reversal.account().member(), reversal.reversed().causeId())
                : Uni.createFrom().voidItem();
    }

    private void clawBack(Reversal reversal, Cause cause) {
        Account account = reversal.account();
        account.advance(cause.occurredAt());
        Lot lot = account.lot(reversal.postingId());
        long due = lot.amount() - lot.clawedBack();
        requireSomething(due);
        account.refunds().clawBack(lot.id(), due, cause, ledger.refundPolicy());
        if (reversal.postings().isEmpty()) {
            throw nothingLeft(lot);
        }
    }

    /** Refuses a reversal that would move nothing, so that the operator does not believe it worked. Nothing is changed. */
    private static ProblemException nothingLeft(Lot lot) {
        return lot.expired() > 0
                ? new ProblemException(
                        AdjustmentProblems.EXPIRED,
                        lot.expired() + " points expired and none are left to reverse; the statement shows the expiry",
                        Map.of("expired", lot.expired()))
                : new ProblemException(
                        AdjustmentProblems.SPENT, "Reverse the posting that spent them first, or wait for a balance");
    }

    private static void returnSpent(Account account, OrderSpend spend, Cause cause) {
        account.advance(cause.occurredAt());
        requireSomething(spend.amount() - spend.returned());
        account.refunds().returnSpent(spend, spend.amount() - spend.returned(), cause);
    }

    private static List<UUID> lotsOf(OrderSpend spend) {
        return spend.parts().stream().map(part -> part.lotId()).toList();
    }

    private static void requireSomething(long amount) {
        if (amount == 0) {
            throw new ProblemException(
                    AdjustmentProblems.ALREADY_REVERSED, "The statement shows the postings that reverse it");
        }
    }
}
