package dev.lodestone.points.ledger.lots;

/**
 * The parts of a lot. What is in none of the first four was spent or clawed back.
 *
 * @param pending units that cannot be spent before {@code availableAt} of the lot's terms
 * @param remaining units that can be spent
 * @param held units reserved by holds
 * @param expired expired units that no refund has written off
 * @param clawedBack units that refunds clawed back for this lot, including units from other lots where this one was spent
 */
public record LotUnits(long pending, long remaining, long held, long expired, long clawedBack) {
    public LotUnits {
        if (pending < 0 || remaining < 0 || held < 0 || expired < 0 || clawedBack < 0) {
            throw new IllegalArgumentException("the parts of a lot must not be negative");
        }
    }

    /** The parts of a new lot: its units are either pending or can be spent, except those that cover an overdraft. */
    public static LotUnits opened(long pending, long remaining) {
        return new LotUnits(pending, remaining, 0, 0, 0);
    }

    /** The units that are left in any state. */
    long left() {
        return pending + remaining + held + expired;
    }

    LotUnits plus(long pendingChange, long remainingChange, long heldChange, long expiredChange) {
        return new LotUnits(
                pending + pendingChange,
                remaining + remainingChange,
                held + heldChange,
                expired + expiredChange,
                clawedBack);
    }

    LotUnits plusClawback(long more) {
        return new LotUnits(pending, remaining, held, expired, clawedBack + more);
    }
}
