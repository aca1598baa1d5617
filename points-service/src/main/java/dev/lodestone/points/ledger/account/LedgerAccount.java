package dev.lodestone.points.ledger.account;

import dev.lodestone.events.points.PostingKind;

/** The accounts between which postings move units: three of the brand and three of each member. */
public enum LedgerAccount {
    /** The brand's: the source of all units; clawed-back units return here. */
    ISSUED(false),
    /** The brand's: units that members redeemed. */
    REDEEMED(false),
    /** The brand's: expired units. */
    EXPIRED(false),
    /** The member's: units that can be spent. */
    AVAILABLE(true),
    /** The member's: earned units that cannot be spent yet. */
    PENDING(true),
    /** The member's: units reserved by holds. */
    HELD(true);

    private final boolean members;

    LedgerAccount(boolean members) {
        this.members = members;
    }

    /** True if each member has such an account. */
    public boolean isMembers() {
        return members;
    }

    /** The account that a posting of {@code kind} debits. */
    public static LedgerAccount from(PostingKind kind) {
        return switch (kind) {
            case EARNED, EARNED_PENDING, GRANTED -> ISSUED;
            case REDEEMED, HELD, CLAWED_BACK, EXPIRED, DEDUCTED -> AVAILABLE;
            case CONFIRMED, PENDING_CLAWED_BACK -> PENDING;
            case HOLD_POSTED, RELEASED -> HELD;
            case RETURNED -> REDEEMED;
            case REINSTATED -> EXPIRED;
        };
    }

    /** The account that a posting of {@code kind} credits. */
    public static LedgerAccount to(PostingKind kind) {
        return switch (kind) {
            case EARNED, CONFIRMED, RELEASED, RETURNED, REINSTATED, GRANTED -> AVAILABLE;
            case EARNED_PENDING -> PENDING;
            case HELD -> HELD;
            case REDEEMED, HOLD_POSTED -> REDEEMED;
            case CLAWED_BACK, PENDING_CLAWED_BACK, DEDUCTED -> ISSUED;
            case EXPIRED -> EXPIRED;
        };
    }
}
