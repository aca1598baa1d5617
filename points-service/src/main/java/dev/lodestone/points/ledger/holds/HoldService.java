package dev.lodestone.points.ledger.holds;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.time.Ids;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.Cause;
import dev.lodestone.points.ledger.account.Hold;
import dev.lodestone.points.ledger.limits.Authority;
import dev.lodestone.points.ledger.limits.LimitService;
import dev.lodestone.points.ledger.limits.Movement;
import dev.lodestone.points.ledger.postings.LedgerService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reserves and settles, under the lock of the member's account. */
@ApplicationScoped
public class HoldService {
    /** What becomes of an open hold. */
    private interface Settlement {
        Hold apply(Account account, Hold hold, Cause cause);
    }

    private final LedgerService ledger;
    private final HoldRepository holds;
    private final LimitService limits;
    private final Clock clock;

    HoldService(LedgerService ledger, HoldRepository holds, LimitService limits, Clock clock) {
        this.ledger = ledger;
        this.holds = holds;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Reserves, or proposes that to a second person.
     *
     * @return a {@link HoldView}, or a {@link dev.lodestone.points.approvals.ProposalView}
     * @throws ProblemException 409 {@code insufficient-points}
     */
    public Uni<Object> place(SqlConnection tx, MemberId member, HoldRequest request, Authority authority) {
        Asset asset = request.asset() == null ? Asset.POINTS : request.asset();
        Instant now = clock.instant();
        Cause cause =
                Cause.byHand(authority.causeId(), "hold", now, request.orderId(), request.note(), authority.actor());
        Movement movement =
                new Movement(Movement.Kind.HOLD, asset, request.amount(), new ProposedHold(member.value(), request));
        return ledger.openWithLots(tx, Set.of(member), asset, now).chain(book -> {
            Hold hold = book.account(member, asset)
                    .holds()
                    .place(request.amount(), now.plusSeconds(request.seconds()), cause);
            return limits.permit(
                    tx, authority, movement, () -> ledger.write(tx, book).replaceWith(HoldView.of(asset, hold)));
        });
    }

    /**
     * Spends {@code amount} of an open hold, or all of it, and releases the rest.
     *
     * @throws ProblemException 404 {@code hold-unknown}, 409 {@code hold-closed} or {@code hold-exceeded}
     */
    public Uni<HoldView> post(SqlConnection tx, MemberId member, UUID id, @Nullable Long amount, String actor) {
        return settle(
                tx,
                member,
                id,
                "hold-posting",
                actor,
                (account, hold, cause) -> account.holds().post(hold, amount == null ? hold.amount() : amount, cause));
    }

    /**
     * Voids a hold: releases it if it is open, and answers it as it is if it was voided or ran out before.
     *
     * @throws ProblemException 404 {@code hold-unknown}, 409 {@code hold-closed} if it was posted
     */
    public Uni<HoldView> cancel(SqlConnection tx, MemberId member, UUID id, String actor) {
        return settle(
                tx,
                member,
                id,
                "hold-voiding",
                actor,
                (account, hold, cause) -> account.holds().cancel(hold, cause));
    }

    /** The hold as it is now: one that ran out shows so, however late the sweeps are. */
    public Uni<HoldView> find(SqlConnection connection, MemberId member, UUID id) {
        return booked(connection, member, id).map(hold -> hold.at(clock.instant()));
    }

    private Uni<HoldView> booked(SqlConnection connection, MemberId member, UUID id) {
        return holds.find(connection, member, id)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        HoldProblems.HOLD_UNKNOWN, "Take the id that the hold was answered with")));
    }

    private Uni<HoldView> settle(
            SqlConnection tx, MemberId member, UUID id, String causeType, String actor, Settlement settlement) {
        return booked(tx, member, id)
                .chain(view -> ledger.openWithLots(tx, Set.of(member), view.asset(), clock.instant())
                        .chain(book -> locked(tx, member, id, book.account(member, view.asset()))
                                .map(hold -> settlement.apply(
                                        book.account(member, view.asset()),
                                        hold,
                                        Cause.byHand(
                                                Ids.next(), causeType, clock.instant(), view.orderId(), null, actor)))
                                .call(() -> ledger.write(tx, book)))
                        .map(hold -> HoldView.of(view.asset(), hold)));
    }

    /** The hold as it is now that nobody else can settle it. One that is closed is not among those loaded with the account. */
    private Uni<Hold> locked(SqlConnection tx, MemberId member, UUID id, Account account) {
        return account.holds()
                .find(id)
                .map(Uni.createFrom()::item)
                .orElseGet(() -> booked(tx, member, id).map(HoldService::closed));
    }

    private static Hold closed(HoldView view) {
        return new Hold(
                view.id(),
                view.amount(),
                view.posted(),
                view.status(),
                view.orderId(),
                view.note(),
                view.heldAt(),
                view.expiresAt(),
                view.closedAt(),
                List.of());
    }
}
