package dev.lodestone.points.ledger.account;

import dev.lodestone.events.points.PostingKind;

/**
 * The totals of an account.
 *
 * @param credits total of all units ever added to the available balance
 * @param debits total of all units ever removed from it
 * @param pending units earned that cannot be spent yet
 * @param held units reserved by holds
 * @param floor the lowest available balance allowed: 0 or negative
 * @param version number of postings
 */
public record Balances(long credits, long debits, long pending, long held, long floor, long version) {
    public static final Balances NONE = new Balances(0, 0, 0, 0, 0, 0);

    public Balances {
        if (pending < 0 || held < 0 || floor > 0 || credits - debits < floor) {
            throw new IllegalStateException("invalid balances: " + (credits - debits) + " available with a floor of "
                    + floor + ", " + pending + " pending, " + held + " held");
        }
    }

    public long available() {
        return credits - debits;
    }

    /** The clawed-back units that later earning must still cover. */
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

    /** The effect of a posting of {@code kind} on {@code account}: positive for a credit, negative for a debit. */
    static long change(PostingKind kind, LedgerAccount account, long amount) {
        if (LedgerAccount.to(kind) == account) {
            return amount;
        }
        return LedgerAccount.from(kind) == account ? -amount : 0;
    }
}
