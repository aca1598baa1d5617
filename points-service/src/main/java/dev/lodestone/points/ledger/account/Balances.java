package dev.lodestone.points.ledger.account;

import dev.lodestone.events.points.PostingKind;

/**
 * What an account adds up to.
 *
 * @param credits all that ever came to what can be spent
 * @param debits all that ever left it
 * @param pending earned, not to be spent yet
 * @param held reserved
 * @param floor how far below zero what can be spent may fall, 0 or negative
 * @param version number of postings
 */
public record Balances(long credits, long debits, long pending, long held, long floor, long version) {
    public static final Balances NONE = new Balances(0, 0, 0, 0, 0, 0);

    public Balances {
        if (pending < 0 || held < 0 || floor > 0 || credits - debits < floor) {
            throw new IllegalStateException("no account may have " + (credits - debits) + " available above a floor of "
                    + floor + ", " + pending + " pending and " + held + " held");
        }
    }

    public long available() {
        return credits - debits;
    }

    /** How much of what was taken back is still to be covered by later earning. */
    public long overdraft() {
        return Math.max(0, -available());
    }

    Balances after(PostingKind kind, long amount) {
        return new Balances(
                Math.addExact(credits, LedgerAccount.to(kind) == LedgerAccount.AVAILABLE ? amount : 0),
                Math.addExact(debits, LedgerAccount.from(kind) == LedgerAccount.AVAILABLE ? amount : 0),
                pending + change(kind, LedgerAccount.PENDING, amount),
                held + change(kind, LedgerAccount.HELD, amount),
                floor,
                version + 1);
    }

    Balances withFloor(long lowest) {
        return new Balances(credits, debits, pending, held, Math.min(floor, lowest), version);
    }

    /** What a posting of {@code kind} does to {@code place}: positive to it, negative from it. */
    static long change(PostingKind kind, LedgerAccount place, long amount) {
        if (LedgerAccount.to(kind) == place) {
            return amount;
        }
        return LedgerAccount.from(kind) == place ? -amount : 0;
    }
}
