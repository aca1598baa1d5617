package dev.lodestone.points.adjustments;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.time.Ids;
import dev.lodestone.points.account.Account;
import dev.lodestone.points.account.Cause;
import dev.lodestone.points.account.Lot;
import dev.lodestone.points.account.OrderSpend;
import dev.lodestone.points.account.Place;
import dev.lodestone.points.account.Posting;
import dev.lodestone.points.account.Terms;
import dev.lodestone.points.ledger.Book;
import dev.lodestone.points.ledger.LedgerService;
import dev.lodestone.points.ledger.Written;
import dev.lodestone.points.redemption.RedemptionService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Posts by an operator's word, under the lock of the member's account. */
@ApplicationScoped
public class AdjustmentService {
    private final LedgerService ledger;
    private final RedemptionService redemptions;
    private final Clock clock;

    AdjustmentService(LedgerService ledger, RedemptionService redemptions, Clock clock) {
        this.ledger = ledger;
        this.redemptions = redemptions;
        this.clock = clock;
    }

    /**
     * Gives or takes.
     *
     * @throws ProblemException 422 {@code assets-differ} or {@code no-such-way}, 409 {@code insufficient-points}
     */
    public Uni<PostingView> post(SqlConnection tx, MemberId member, PostingRequest request, String actor) {
        check(request);
        Cause cause = cause("adjustment", request.note(), actor);
        Terms terms = Terms.until(
                request.expiresAt() == null ? null : request.expiresAt().toInstant());
        return ledger.openWithLots(tx, Set.of(member), request.from().asset(), clock.instant())
                .chain(book -> {
                    Account account = book.account(member, request.from().asset());
                    Posting posting = request.from().account() == Place.ISSUED
                            ? account.grant(request.amount(), terms, cause)
                            : account.deduct(request.amount(), cause);
                    return ledger.write(tx, book).replaceWith(PostingView.of(posting));
                });
    }

    /**
     * Takes back what is left of what a posting earned, or gives back what is left of what it spent, by postings that name it.
     *
     * <p>The unit of a reversed redemption returns to its stock.
     *
     * @throws ProblemException 404 {@code posting-unknown}, 409 {@code posting-not-reversible}, {@code posting-reversed},
     *     {@code posting-expired} or {@code posting-spent}
     */
    public Uni<List<PostingView>> reverse(SqlConnection tx, MemberId member, UUID id, String note, String actor) {
        return ledger.open(tx, Set.of(member), Set.of())
                .chain(book -> ledger.written(tx, member, id)
                        .map(found -> found.orElseThrow(() -> new ProblemException(
                                AdjustmentProblems.POSTING_UNKNOWN, "Take the postingId from the member's statement")))
                        .chain(written -> reverse(tx, book, member, id, written, cause("reversal", note, actor))));
    }

    private Uni<List<PostingView>> reverse(
            SqlConnection tx, Book book, MemberId member, UUID id, Written written, Cause cause) {
        Account account = book.account(member, written.asset());
        return switch (written.kind()) {
            case EARNED, EARNED_PENDING, GRANTED ->
                ledger.load(tx, book, Set.of(member), List.of(), List.of(id))
                        .invoke(() -> takeBack(account, id, cause))
                        .chain(() -> written(tx, book, account));
            case REDEEMED, HOLD_POSTED ->
                ledger.spend(tx, member, id)
                        .map(found -> found.orElseThrow(() -> new IllegalStateException("a spend without its lots")))
                        .chain(spend -> ledger.load(tx, book, Set.of(member), List.of(), lotsOf(spend))
                                .invoke(() -> giveBack(account, spend, cause)))
                        .chain(() -> written(tx, book, account))
                        .call(() -> redemptions.reversed(tx, member, written.causeId()));
            case CONFIRMED, HELD, RELEASED, RETURNED, TAKEN_BACK, PENDING_TAKEN_BACK, EXPIRED, REOPENED, DEDUCTED ->
                throw new ProblemException(
                        AdjustmentProblems.NOT_REVERSIBLE,
                        "Reverse what earned or spent it instead, or give the points by hand",
                        Map.of("kind", written.kind()));
        };
    }

    private void takeBack(Account account, UUID lotId, Cause cause) {
        account.advance(cause.occurredAt());
        Lot lot = account.lot(lotId);
        long due = lot.amount() - lot.takenBack();
        requireSomething(due);
        account.refunds().takeBack(lotId, due, cause, ledger.refundPolicy());
        if (reversals(account).isEmpty()) {
            throw nothingThere(lot);
        }
    }

    /** A reversal that moves nothing is refused, so that nobody takes it for one that did; then nothing is changed either. */
    private static ProblemException nothingThere(Lot lot) {
        return lot.expired() > 0
                ? new ProblemException(
                        AdjustmentProblems.EXPIRED,
                        lot.expired() + " of it expired and nothing is left to reverse; the statement shows the expiry",
                        Map.of("expired", lot.expired()))
                : new ProblemException(AdjustmentProblems.SPENT, "Reverse what spent it first, or wait for a balance");
    }

    private static void giveBack(Account account, OrderSpend spend, Cause cause) {
        account.advance(cause.occurredAt());
        requireSomething(spend.amount() - spend.returned());
        account.refunds().giveBack(spend, spend.amount() - spend.returned(), cause);
    }

    private Uni<List<PostingView>> written(SqlConnection tx, Book book, Account account) {
        return ledger.write(tx, book).replaceWith(reversals(account));
    }

    private static List<PostingView> reversals(Account account) {
        return account.changes().postings().stream()
                .filter(posting -> posting.cause().type().equals("reversal"))
                .map(PostingView::of)
                .toList();
    }

    private Cause cause(String type, String note, String actor) {
        return Cause.byHand(Ids.next(), type, clock.instant(), null, note, actor);
    }

    private static List<UUID> lotsOf(OrderSpend spend) {
        return spend.parts().stream().map(part -> part.lotId()).toList();
    }

    private static void requireSomething(long amount) {
        if (amount == 0) {
            throw new ProblemException(AdjustmentProblems.ALREADY_REVERSED, "See the postings that name it");
        }
    }

    private static void check(PostingRequest request) {
        if (request.from().asset() != request.to().asset()) {
            throw new ProblemException(
                    AdjustmentProblems.ASSETS_DIFFER,
                    "from is " + request.from().asset() + " and to is "
                            + request.to().asset() + ": name the same asset on both sides");
        }
        Set<Place> places = Set.of(Place.ISSUED, Place.AVAILABLE);
        if (request.from().account() == request.to().account()
                || !places.contains(request.from().account())
                || !places.contains(request.to().account())) {
            throw new ProblemException(
                    AdjustmentProblems.NO_SUCH_WAY, "Post from ISSUED to AVAILABLE to give, the other way to take");
        }
    }
}
