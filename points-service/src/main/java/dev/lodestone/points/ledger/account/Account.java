package dev.lodestone.points.ledger.account;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.time.Ids;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotPart;
import dev.lodestone.points.ledger.lots.LotTerms;
import dev.lodestone.points.ledger.lots.Lots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One member's account of one asset while its rows are locked: takes postings and remembers what is to be written. Not for use by several
 * threads.
 *
 * <p>After every call: what can be spent is not below the floor and, where the lots were loaded, equals what remains in them less the
 * overdraft; pending and held equal the sums of their parts in the lots. Whoever spends or takes back calls {@link #advance} first.
 */
public final class Account {
    private final MemberId member;
    private final Asset asset;
    private final Lots lots = new Lots();
    private final Holds holds = new Holds(this);
    private final Refunds refunds = new Refunds(this);
    private final List<Posting> postings = new ArrayList<>();
    private Balances balances;
    private Instant bookedAt = Instant.MAX;

    public Account(MemberId member, Asset asset, Balances balances) {
        this.member = member;
        this.asset = asset;
        this.balances = balances;
    }

    /**
     * Makes what was earned before available to postings. An account that only earns needs none of it.
     *
     * @param known all lots with something pending, remaining or held, and whichever others the postings to come are about
     * @param open all open holds
     */
    public void load(List<Lot> known, List<Hold> open) {
        lots.load(known);
        holds.load(open);
    }

    /**
     * Says when postings to this account are booked. A sender's clock may be fast: what it dates later than this happens now, so that it
     * ends no lot and no hold that still stands. Without this call nothing is ahead, which is how one looks into the future.
     */
    public void bookAt(Instant now) {
        bookedAt = now;
    }

    /** What the member can spend. */
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

    /** As {@link #earn}, by an operator's word. */
    public Posting grant(long amount, LotTerms terms, Cause cause) {
        return open(PostingKind.GRANTED, amount, terms, cause);
    }

    /**
     * Posts {@code amount} from the member to what is redeemed, out of the lots that lapse first. What it pays of an order can come back
     * with a refund of that order.
     *
     * @throws ProblemException 409 {@code insufficient-points}; nothing has changed then
     */
    public Posting redeem(long amount, Cause cause) {
        List<LotPart> parts = draw(amount);
        Posting posting = take(PostingKind.REDEEMED, parts, cause, lots.usable(parts, cause.occurredAt()), null);
        refunds.spent(posting, parts, cause.orderId());
        return posting;
    }

    /**
     * Takes {@code amount} from the member by an operator's word.
     *
     * @throws ProblemException 409 {@code insufficient-points}
     */
    public Posting deduct(long amount, Cause cause) {
        List<LotPart> parts = draw(amount);
        return take(PostingKind.DEDUCTED, parts, cause, lots.usable(parts, cause.occurredAt()), null);
    }

    /** Reserving, and what becomes of it. */
    public Holds holds() {
        return holds;
    }

    /** Taking back what was earned and giving back what was spent. */
    public Refunds refunds() {
        return refunds;
    }

    /**
     * Books what was due by {@code to}, each at its own time, in the order of these times: pending lots are confirmed, holds that ran out
     * are released, lots that lapsed are closed. How often and when it is called changes nothing but when it is booked. It never goes past
     * the time given to {@link #bookAt}.
     */
    public void advance(Instant to) {
        Schedule.advance(this, notAhead(to));
    }

    /** Lets {@code activity} prolong the lots whose terms say so, also those that lapsed in the books only after it. */
    public void extend(Instant activity) {
        Instant instant = notAhead(activity);
        for (Lot lot : lots.all().stream().sorted(Lot.SPENDING_ORDER).toList()) {
            Instant later = lot.isSpent() ? null : lot.extendedBy(instant);
            if (later != null && lot.expired() > 0) {
                bring(
                        PostingKind.REOPENED,
                        List.of(new LotPart(lot.id(), lot.expired())),
                        Cause.of(lot.id(), "activity", instant, lot.orderId()),
                        lot.lapse(),
                        null);
            }
            if (later != null) {
                lots.put(lots.get(lot.id()).expiringAt(later));
            }
        }
    }

    /** The lots with something to spend, the next to be spent first. */
    public List<Lot> openLots() {
        return lots.inSpendingOrder();
    }

    /** The lot {@code id}, which was loaded by its name. */
    public Lot lot(UUID id) {
        return lots.get(id);
    }

    /** The lots that {@code orderId} brought, as far as they are loaded. */
    public List<Lot> lotsOf(String orderId) {
        return lots.all().stream().filter(lot -> orderId.equals(lot.orderId())).toList();
    }

    /** What is to be written. */
    public AccountChanges changes() {
        return new AccountChanges(this, postings, lots.changed(), lots.movements(), holds.changed(), refunds.spends());
    }

    Lots lots() {
        return lots;
    }

    /** {@code claimed}, or the time of booking if that is earlier. */
    Instant notAhead(Instant claimed) {
        return claimed.isAfter(bookedAt) ? bookedAt : claimed;
    }

    void allow(RefundPolicy policy) {
        balances = balances.withFloor(policy.floor());
    }

    /**
     * The lots that {@code amount} comes out of.
     *
     * @throws ProblemException 409 {@code insufficient-points}
     */
    List<LotPart> draw(long amount) {
        if (positive(amount) > available()) {
            throw new ProblemException(
                    AccountProblems.INSUFFICIENT_POINTS,
                    "This needs " + amount + " and the balance is " + available(),
                    Map.of("needed", amount, "balance", available()));
        }
        return lots.draw(amount);
    }

    /** Moves {@code parts} of what can be spent away. */
    Posting take(PostingKind kind, List<LotPart> parts, Cause cause, Instant at, @Nullable UUID reverses) {
        Posting posting = post(kind, sum(parts), cause, at, LotTerms.LASTING, reverses);
        for (LotPart part : parts) {
            long held = kind == PostingKind.HELD ? part.amount() : 0;
            long expired = kind == PostingKind.EXPIRED ? part.amount() : 0;
            lots.put(lots.get(part.lotId()).with(0, -part.amount(), held, expired));
            lots.move(posting.accountVersion(), part.lotId(), -part.amount(), held, at);
        }
        return posting;
    }

    /** Moves {@code parts} to what can be spent; an overdraft is made up for first. */
    Posting bring(PostingKind kind, List<LotPart> parts, Cause cause, Instant at, @Nullable UUID reverses) {
        long toCover = balances.overdraft();
        Posting posting = post(kind, sum(parts), cause, at, LotTerms.LASTING, reverses);
        for (LotPart part : parts) {
            long covered = Math.min(toCover, part.amount());
            toCover -= covered;
            long pending = kind == PostingKind.CONFIRMED ? part.amount() : 0;
            long held = kind == PostingKind.RELEASED ? part.amount() : 0;
            long expired = kind == PostingKind.REOPENED ? part.amount() : 0;
            Lot lot = lots.get(part.lotId()).with(-pending, part.amount() - covered, -held, -expired);
            lots.put(pending > 0 || covered == part.amount() ? lot : lot.returned(at));
            lots.move(posting.accountVersion(), part.lotId(), part.amount() - covered - pending, -held, at);
            lots.move(posting.accountVersion(), Lots.OVERDRAFT, covered, 0, at);
        }
        return posting;
    }

    Posting post(PostingKind kind, long amount, Cause cause, Instant at, LotTerms terms, @Nullable UUID reverses) {
        balances = balances.after(kind, positive(amount));
        Posting posting = new Posting(Ids.next(), member, asset, kind, amount, balances, cause, at, terms, reverses);
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
                amount,
                pending ? amount : 0,
                pending ? 0 : amount - covered,
                0,
                0,
                0,
                at,
                null,
                terms,
                cause.orderId(),
                cause.type()));
        lots.move(posting.accountVersion(), posting.id(), -covered, 0, at);
        lots.move(posting.accountVersion(), Lots.OVERDRAFT, covered, 0, at);
        return posting;
    }

    private static long sum(List<LotPart> parts) {
        return parts.stream().mapToLong(LotPart::amount).reduce(0, Math::addExact);
    }

    private static long positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("a posting moves a positive amount, but was " + amount);
        }
        return amount;
    }
}
