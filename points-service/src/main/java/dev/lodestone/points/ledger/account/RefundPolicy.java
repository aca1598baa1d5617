package dev.lodestone.points.ledger.account;

/**
 * What happens when a refund takes back points that are already spent.
 *
 * @param floor how far below zero the balance may fall for it: 0 takes only what is there, a negative number lets later earning make up
 *     for the rest
 */
public record RefundPolicy(long floor) {
    public RefundPolicy {
        if (floor > 0) {
            throw new IllegalArgumentException("the floor must be 0 or negative, but was " + floor);
        }
    }
}
