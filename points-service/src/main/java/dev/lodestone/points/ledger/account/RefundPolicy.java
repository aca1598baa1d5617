package dev.lodestone.points.ledger.account;

/**
 * How a refund claws back points that are already spent.
 *
 * @param floor the lowest balance that a clawback may cause. 0: it claws back only the available points. Negative: it may overdraw the
 *     account, and later earning covers the overdraft
 */
public record RefundPolicy(long floor) {
    public RefundPolicy {
        if (floor > 0) {
            throw new IllegalArgumentException("the floor must be 0 or negative, but was " + floor);
        }
    }
}
