package dev.lodestone.events.points;

/** Why points moved. */
public enum PostingKind {
    /** A rule paid for a fact. */
    EARNED,
    /** A refund or cancellation took back what an order had earned. */
    TAKEN_BACK,
    /** The member bought a reward. */
    REDEEMED
}
