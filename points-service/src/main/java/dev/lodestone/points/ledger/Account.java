package dev.lodestone.points.ledger;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.time.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One member's account of one asset while its rows are locked: takes postings and remembers what is to be written. Not for use by several
 * threads.
 *
 * <p>After every call: balance = credits − debits ≥ 0 and, where the lots were opened too, balance = sum of what remains in them.
 */
public final class Account {
    private final MemberId member;
    private final Asset asset;
    private final boolean lotsOpen;
    private final Map<UUID, Lot> lots = new LinkedHashMap<>();
    private final Map<UUID, Lot> lotsChanged = new LinkedHashMap<>();
    private final List<Posting> postings = new ArrayList<>();
    private final List<LotUse> lotUses = new ArrayList<>();
    private long debits;
    private long credits;
    private long version;

    /**
     * @param lots those with something left, or {@code null} where nothing but earning is to happen
     */
    Account(MemberId member, Asset asset, long debits, long credits, long version, @Nullable List<Lot> lots) {
        this.member = member;
        this.asset = asset;
        this.debits = debits;
        this.credits = credits;
        this.version = version;
        this.lotsOpen = lots != null;
        if (lots != null) {
            lots.forEach(lot -> this.lots.put(lot.id(), lot));
        }
    }

    /** What the member can spend. */
    public long balance() {
        return credits - debits;
    }

    /** Posts {@code amount} to the member and opens a lot for it. */
    public Posting earn(long amount, @Nullable Instant expiresAt, Cause cause) {
        Posting posting = post(PostingKind.EARNED, positive(amount), cause, expiresAt);
        Lot lot = new Lot(posting.id(), amount, amount, cause.occurredAt(), expiresAt);
        lots.put(lot.id(), lot);
        lotsChanged.put(lot.id(), lot);
        return posting;
    }

    /**
     * Posts {@code amount} from the member, out of the lots that lapse first.
     *
     * @throws ProblemException 409 {@code insufficient-points}; nothing has changed then
     */
    public Posting redeem(long amount, Cause cause) {
        if (positive(amount) > balance()) {
            throw new ProblemException(
                    LedgerProblems.INSUFFICIENT_POINTS,
                    "This needs " + amount + " points and the balance is " + balance(),
                    Map.of("needed", amount, "balance", balance()));
        }
        Posting posting = post(PostingKind.REDEEMED, -amount, cause, null);
        use(amount, null);
        return posting;
    }

    /**
     * Posts back up to {@code amount} of what an order had earned, out of its own lot first. Points that are already spent cannot be
     * taken: the balance does not fall below zero.
     *
     * @return what was taken back, 0 if nothing was left
     */
    public long takeBack(long amount, @Nullable UUID ownLot, Cause cause) {
        long taken = Math.min(positive(amount), balance());
        if (taken > 0) {
            post(PostingKind.TAKEN_BACK, -taken, cause, null);
            use(taken, ownLot);
        }
        return taken;
    }

    MemberId member() {
        return member;
    }

    Asset asset() {
        return asset;
    }

    long debits() {
        return debits;
    }

    long credits() {
        return credits;
    }

    long version() {
        return version;
    }

    List<Posting> postings() {
        return postings;
    }

    List<LotUse> lotUses() {
        return lotUses;
    }

    /** Lots opened or used, as they are now. */
    List<Lot> lotsChanged() {
        return List.copyOf(lotsChanged.values());
    }

    /** The lots with something left, in spending order. */
    List<Lot> openLots() {
        return lots.values().stream()
                .filter(lot -> lot.remaining() > 0)
                .sorted(Lot.SPENDING_ORDER)
                .toList();
    }

    private static long positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("a posting moves a positive amount, but was " + amount);
        }
        return amount;
    }

    private Posting post(PostingKind kind, long amount, Cause cause, @Nullable Instant expiresAt) {
        if (amount > 0) {
            credits = Math.addExact(credits, amount);
        } else {
            debits = Math.subtractExact(debits, amount);
        }
        version++;
        Posting posting = new Posting(Ids.next(), member, asset, kind, amount, balance(), version, cause, expiresAt);
        postings.add(posting);
        return posting;
    }

    private void use(long amount, @Nullable UUID first) {
        long missing = amount;
        if (first != null && lots.get(first) instanceof Lot own) {
            missing -= useLot(own, missing);
        }
        for (Lot lot : missing > 0 ? openLots() : List.<Lot>of()) {
            missing -= useLot(lot, missing);
        }
        if (missing > 0) {
            throw new IllegalStateException(
                    lotsOpen ? "lots and balance differ by " + missing : "the account was opened without its lots");
        }
    }

    private long useLot(Lot lot, long atMost) {
        long used = Math.min(lot.remaining(), atMost);
        if (used > 0) {
            Lot left = lot.less(used);
            lots.put(lot.id(), left);
            lotsChanged.put(lot.id(), left);
            lotUses.add(new LotUse(version, lot.id(), used));
        }
        return used;
    }
}
