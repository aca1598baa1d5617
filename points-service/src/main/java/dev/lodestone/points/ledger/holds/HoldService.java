package dev.lodestone.points.ledger.holds;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.Cause;
import dev.lodestone.points.ledger.account.Hold;
import dev.lodestone.points.ledger.limits.Authority;
import dev.lodestone.points.ledger.limits.LimitService;
import dev.lodestone.points.ledger.limits.Movement;
import dev.lodestone.points.ledger.postings.LedgerService;
import dev.lodestone.points.ledger.postings.StoredHold;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places and settles holds while the member's account is locked. */
@ApplicationScoped
public class HoldService {
    /** Settles an open hold. */
    private interface Settlement {
        Hold apply(Account account, Hold hold, Cause cause);
    }

    private final LedgerService ledger;
    private final LimitService limits;
    private final Clock clock;

    HoldService(LedgerService ledger, LimitService limits, Clock clock) {
        this.ledger = ledger;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Places a hold if the caller's limits allow it; otherwise proposes it to a second operator.
     *
     * @return a {@link HoldView}, or a {@link dev.lodestone.platform.approvals.ProposalView}
     * @throws ProblemException 409 {@code insufficient-points}
     */
    public Uni<Object> place(SqlConnection tx, MemberId member, HoldRequest request, Authority authority) {
        Asset asset = request.asset() == null ? Asset.POINTS : request.asset();
        Instant now = clock.instant();
        Cause cause =
                Cause.byHand(authority.causeId(), "hold", now, request.orderId(), request.note(), authority.actor());
        Movement movement =
                new Movement(Movement.Kind.HOLD, asset, request.amount(), new ProposedHold(member.value(), request));
        return ledger.openWithLots(tx, Set.of(member), asset, now).chain(locked -> {
            Hold hold = locked.account(member, asset)
                    .holds()
                    .place(request.amount(), now.plusSeconds(request.seconds()), cause);
            return limits.permit(
                    tx, authority, movement, () -> ledger.write(tx, locked).replaceWith(HoldView.of(asset, hold)));
        });
    }

    /**
     * Spends {@code amount} of an open hold and releases the rest; {@code null} spends all of it.
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
     * Voids an open hold and releases its units. A hold that is already voided or expired is returned unchanged.
     *
     * @throws ProblemException 404 {@code hold-unknown}, 409 {@code hold-closed} if it was posted
     */
    public Uni<HoldView> voidHold(SqlConnection tx, MemberId member, UUID id, String actor) {
        return settle(
                tx,
                member,
                id,
                "hold-void",
                actor,
                (account, hold, cause) -> account.holds().voidHold(hold, cause));
    }

    /** The hold in its present state. An expired hold shows as expired even if the expiry job has not booked it yet. */
    public Uni<HoldView> find(SqlConnection connection, MemberId member, UUID id) {
        return booked(connection, member, id)
                .map(found -> HoldView.of(found.asset(), found.hold()).at(clock.instant()));
    }

    private Uni<StoredHold> booked(SqlConnection connection, MemberId member, UUID id) {
        return ledger.findHold(connection, member, id)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        HoldProblems.HOLD_UNKNOWN, "Use the id from the answer that created the hold")));
    }

    private Uni<HoldView> settle(
            SqlConnection tx, MemberId member, UUID id, String causeType, String actor, Settlement settlement) {
        return booked(tx, member, id)
                .map(StoredHold::asset)
                .chain(asset -> ledger.openWithLots(tx, Set.of(member), asset, clock.instant())
                        .chain(locked -> current(tx, id, locked.account(member, asset))
                                .map(hold -> settlement.apply(
                                        locked.account(member, asset), hold, settling(hold, causeType, actor)))
                                .call(() -> ledger.write(tx, locked)))
                        .map(hold -> HoldView.of(asset, hold)));
    }

    /** The hold in its present state. The account is locked, so it cannot change any more. Closed holds are not loaded with the account. */
    private Uni<Hold> current(SqlConnection tx, UUID id, Account account) {
        return account.holds()
                .find(id)
                .map(Uni.createFrom()::item)
                .orElseGet(() -> booked(tx, account.member(), id).map(StoredHold::hold));
    }

    private Cause settling(Hold hold, String causeType, String actor) {
        return Cause.byHand(Ids.next(), causeType, clock.instant(), hold.orderId(), null, actor);
    }
}
