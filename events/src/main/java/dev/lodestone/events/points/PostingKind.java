package dev.lodestone.events.points;

/** Why value moved, and thereby between which accounts: each kind has one way. */
public enum PostingKind {
    /** A rule paid for a fact; spendable at once. */
    EARNED,
    /** A rule paid for a fact; pending until the return window ends. */
    EARNED_PENDING,
    /** The return window ended: what was pending can be spent. */
    CONFIRMED,
    /** The member bought something. */
    REDEEMED,
    /** Reserved for something that is not settled yet. */
    HELD,
    /** A hold was settled: what was reserved is spent. */
    HOLD_POSTED,
    /** A hold, or the rest of it, was given up or ran out: what was reserved can be spent again. */
    RELEASED,
    /** What was spent came back to the lots it had come from. */
    RETURNED,
    /** What could be spent was taken back, since what had earned it was refunded or reversed. */
    TAKEN_BACK,
    /** What was pending was taken back. */
    PENDING_TAKEN_BACK,
    /** Validity ended. */
    EXPIRED,
    /** An expiry was undone in part, since a fact that happened before it arrived after it. */
    REOPENED,
    /** An operator gave. */
    GRANTED,
    /** An operator took. */
    DEDUCTED
}
