package dev.lodestone.events.points;

/** The reason of a posting. It also decides between which accounts the units move. */
public enum PostingKind {
    /** A rule paid for an event; the units can be spent at once. */
    EARNED,
    /** A rule paid for an event; the units are pending until the return window ends. */
    EARNED_PENDING,
    /** The return window ended: pending units can be spent now. */
    CONFIRMED,
    /** The member spent units. */
    REDEEMED,
    /** Units were reserved for something that is not settled yet. */
    HELD,
    /** A hold was settled: reserved units are spent. */
    HOLD_POSTED,
    /** A hold, or the rest of it, was voided or expired: reserved units can be spent again. */
    RELEASED,
    /** Spent units were returned to the lots from which they came. */
    RETURNED,
    /** Available units were clawed back, because what earned them was refunded, cancelled or reversed. */
    CLAWED_BACK,
    /** Pending units were clawed back, for the same reasons. */
    PENDING_CLAWED_BACK,
    /** Units expired unspent. */
    EXPIRED,
    /** Expired units were reinstated, because an event that happened before the expiry arrived after it. */
    REINSTATED,
    /** An operator granted units. */
    GRANTED,
    /** An operator deducted units. */
    DEDUCTED
}
