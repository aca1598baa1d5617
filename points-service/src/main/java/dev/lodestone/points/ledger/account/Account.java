package dev.lodestone.points.ledger.account;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotOrigin;
import dev.lodestone.points.ledger.lots.LotPart;
import dev.lodestone.points.ledger.lots.LotTerms;
import dev.lodestone.points.ledger.lots.LotUnits;
import dev.lodestone.points.ledger.lots.Lots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One member's account of one asset while its rows are locked. It applies postings in memory and collects the changes to persist. Not
 * thread-safe.
 *
 * <p>After every call, the available balance is not below the floor. Where lots are loaded, it equals the sum of their remaining units less
 * the overdraft. Pending and held equal the sums of those parts in the lots. Call {@link #advance} before a redemption or a clawback.
 */
public final class Account {
    private final MemberId member;
    private final Asset asset;
    private final Supplier<UUID> ids;
    private final Lots lots = new Lots();
    private final Holds holds = new Holds(this);
    private final Refunds refunds = new Refunds(this);
    private final List<Posting> postings = new ArrayList<>();
    private Balances balances;
    private Instant bookedAt = Instant.MAX;

    /** @param ids gives each new posting its id: equal ids and equal calls give equal postings */
    public Account(MemberId member, Asset asset, Balances balances, Supplier<UUID> ids) {
        this.member = member;
        this.asset = asset;
        this.ids = ids;
        this.balances = balances;
    }

    /**
     * Loads the member's open lots and holds. Call it before spending; an account that only earns does not need them.
     *
     * @param known all lots with pending, remaining or held units, and any other lot that the next postings refer to
     * @param open all open holds
     */
    public void load(List<Lot> known, List<Hold> open) {
        lots.load(known);
        holds.load(open);
    }

    /**
     * Sets the booking time of the postings. A sender's clock may be fast: an event dated after the booking time counts as happening at the
     * booking time, so that it cannot expire a lot or hold too early. Without this call there is no such limit; forecasts rely on that.
     */
    public void bookAt(Instant now) {
        bookedAt = now;
    }

    /** The units that the member can spend; negative in an overdraft. */
    public long available() {
        return balances.available();
    }

    public Balances balances() {
        return balances;
    }

    public MemberId member() {
        return member;
    }

    public Asset asset() {
        return asset;
    }

    /** Posts {@code amount} from the brand to the member, pending or not, and opens a lot for it. */
    public Posting earn(long amount, LotTerms terms, Cause cause) {
        return open(
                terms.availableAt() == null ? PostingKind.EARNED : PostingKind.EARNED_PENDING, amount, terms, cause);
    }

    /** As {@link #earn}, but an operator grants the units by hand. */
    public Posting grant(long amount, LotTerms terms, Cause cause) {
        return open(PostingKind.GRANTED, amount, terms, cause);
    }

    /**
     * Redeems {@code amount} from the lots that expire first. A redemption that names an order is returned when that order is
     * refunded.
     *
     * @throws ProblemException 409 {@code insufficient-points}; the account is then unchanged
     */
    public Posting redeem(long amount, Cause cause) {
        List<LotPart> parts = draw(amount);
        Posting posting = debit(PostingKind.REDEEMED, parts, cause, lots.usable(parts, cause.occurredAt()), null);
        refunds.recordSpend(posting, parts, cause.orderId());
        return posting;
    }

    /**
     * Deducts {@code amount} from the member's balance; an operator does it by hand.
     *
     * @throws ProblemException 409 {@code insufficient-points}
     */
    public Posting deduct(long amount, Cause cause) {
        List<LotPart> parts = draw(amount);
        return debit(PostingKind.DEDUCTED, parts, cause, lots.usable(parts, cause.occurredAt()), null);
    }

    /** Places, posts and voids holds. */
    public Holds holds() {
        return holds;
    }

    /** Claws back earned units and returns spent units. */
    public Refunds refunds() {
        return refunds;
    }

    /**
     * Books everything that is due by {@code to}, each item at its own due time and in the order of these times: it confirms pending lots,
     * releases expired holds and expires lots. The result does not depend on how often it is called; only the booking times do. It never
     * goes past the time given to {@link #bookAt}.
     */
    public void advance(Instant to) {
        Schedule.advance(this, notAfterBooking(to));
    }

    /**
     * Extends the expiry of the lots whose terms say so, including lots whose expiry was booked although it lies after {@code activity}.
     */
    public void extend(Instant activity) {
        Instant instant = notAfterBooking(activity);
        for (Lot lot : lots.all().stream().sorted(Lot.SPENDING_ORDER).toList()) {
            Instant later = lot.isSpent() ? null : lot.extendedBy(instant);
            if (later != null && lot.expired() > 0) {
                credit(
                        PostingKind.REINSTATED,
                        List.of(new LotPart(lot.id(), lot.expired())),
                        Cause.of(lot.id(), "activity", instant, lot.orderId()),
                        lot.expiryTime(),
                        null);
            }
            if (later != null) {
                lots.put(lots.get(lot.id()).expiringAt(later));
            }
        }
    }

    /** The lots with remaining units, in spending order. */
    public List<Lot> openLots() {
        return lots.inSpendingOrder();
    }

    /** The lot {@code id}, which must be loaded. */
    public Lot lot(UUID id) {
        return lots.get(id);
    }

    /** The loaded lots that were earned with the order {@code orderId}. */
    public List<Lot> lotsOf(String orderId) {
        return lots.all().stream().filter(lot -> orderId.equals(lot.orderId())).toList();
    }

    /** The changes to persist. */
    public AccountChanges changes() {
        return new AccountChanges(this, postings, lots.changed(), lots.movements(), holds.changed(), refunds.spends());
    }

    Lots lots() {
        return lots;
    }

    /** The earlier of {@code claimed} and the booking time. */
    Instant notAfterBooking(Instant claimed) {
        return claimed.isAfter(bookedAt) ? bookedAt : claimed;
    }

    void lowerFloor(RefundPolicy policy) {
        balances = balances.withFloor(policy.floor());
    }

    /**
     * Selects the lots that pay {@code amount}, in spending order.
     *
     * @throws ProblemException 409 {@code insufficient-points}
     */
    List<LotPart> draw(long amount) {
        if (positive(amount) > available()) {
            throw new ProblemException(
                    AccountProblems.INSUFFICIENT_POINTS,
                    "This needs " + amount + ", but the balance is " + available(),
                    Map.of("needed", amount, "balance", available()));
        }
        return lots.draw(amount);
    }

    /** Moves {@code parts} out of the available balance. */
    Posting debit(PostingKind kind, List<LotPart> parts, Cause cause, Instant at, @Nullable UUID reverses) {
        Posting posting = post(kind, sum(parts), cause, at, LotTerms.LASTING, reverses);
        for (LotPart part : parts) {
            long held = kind == PostingKind.HELD ? part.amount() : 0;
            long expired = kind == PostingKind.EXPIRED ? part.amount() : 0;
            lots.put(lots.get(part.lotId()).with(0, -part.amount(), held, expired));
            lots.move(posting.accountVersion(), part.lotId(), -part.amount(), held, at);
        }
        return posting;
    }

    /** Moves {@code parts} into the available balance; they cover an overdraft first. */
    Posting credit(PostingKind kind, List<LotPart> parts, Cause cause, Instant at, @Nullable UUID reverses) {
        long toCover = balances.overdraft();
        Posting posting = post(kind, sum(parts), cause, at, LotTerms.LASTING, reverses);
        for (LotPart part : parts) {
            long covered = Math.min(toCover, part.amount());
            toCover -= covered;
            long pending = kind == PostingKind.CONFIRMED ? part.amount() : 0;
            long held = kind == PostingKind.RELEASED ? part.amount() : 0;
            long expired = kind == PostingKind.REINSTATED ? part.amount() : 0;
            Lot lot = lots.get(part.lotId()).with(-pending, part.amount() - covered, -held, -expired);
            lots.put(pending > 0 || covered == part.amount() ? lot : lot.returned(at));
            lots.move(posting.accountVersion(), part.lotId(), part.amount() - covered - pending, -held, at);
            lots.move(posting.accountVersion(), Lots.OVERDRAFT, covered, 0, at);
        }
        return posting;
    }

    Posting post(PostingKind kind, long amount, Cause cause, Instant at, LotTerms terms, @Nullable UUID reverses) {
        balances = balances.after(kind, positive(amount));
        Posting posting = new Posting(ids.get(), member, asset, kind, amount, balances, cause, at, terms, reverses);
        postings.add(posting);
        return posting;
    }

    private Posting open(PostingKind kind, long amount, LotTerms terms, Cause cause) {
        Instant at = cause.occurredAt();
        boolean pending = kind == PostingKind.EARNED_PENDING;
        long covered = pending ? 0 : Math.min(balances.overdraft(), positive(amount));
        Posting posting = post(kind, amount, cause, at, terms, null);
        lots.put(new Lot(
                posting.id(),
                new LotOrigin(amount, at, cause.orderId(), cause.type()),
                pending ? LotUnits.opened(amount, 0) : LotUnits.opened(0, amount - covered),
                terms,
                null));
        lots.move(posting.accountVersion(), posting.id(), -covered, 0, at);
        lots.move(posting.accountVersion(), Lots.OVERDRAFT, covered, 0, at);
        return posting;
    }

    private static long sum(List<LotPart> parts) {
        return parts.stream().mapToLong(LotPart::amount).reduce(0, Math::addExact);
    }

    private static long positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("the amount of a posting must be positive, but was " + amount);
        }
        return amount;
    }
}
