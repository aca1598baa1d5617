package dev.lodestone.points.ledger.account;

import dev.lodestone.events.points.PostingKind;

/** Between what value moves: three accounts of the brand, three of each member. */
public enum LedgerAccount {
    /** The brand's: value comes from here, and goes back when it is taken back. */
    ISSUED(false),
    /** The brand's: what bought something. */
    REDEEMED(false),
    /** The brand's: what lapsed. */
    EXPIRED(false),
    /** The member's: what can be spent. */
    AVAILABLE(true),
    /** The member's: earned, not to be spent yet. */
    PENDING(true),
    /** The member's: reserved by holds. */
    HELD(true);

    private final boolean members;

    LedgerAccount(boolean members) {
        this.members = members;
    }

    /** Whether each member has one of these. */
    public boolean isMembers() {
        return members;
    }

    /** Where a posting of {@code kind} comes from. */
    public static LedgerAccount from(PostingKind kind) {
        return switch (kind) {
            case EARNED, EARNED_PENDING, GRANTED -> ISSUED;
            case REDEEMED, HELD, TAKEN_BACK, EXPIRED, DEDUCTED -> AVAILABLE;
            case CONFIRMED, PENDING_TAKEN_BACK -> PENDING;
            case HOLD_POSTED, RELEASED -> HELD;
            case RETURNED -> REDEEMED;
            case REOPENED -> EXPIRED;
        };
    }

    /** Where a posting of {@code kind} goes to. */
    public static LedgerAccount to(PostingKind kind) {
        return switch (kind) {
            case EARNED, CONFIRMED, RELEASED, RETURNED, REOPENED, GRANTED -> AVAILABLE;
            case EARNED_PENDING -> PENDING;
            case HELD -> HELD;
            case REDEEMED, HOLD_POSTED -> REDEEMED;
            case TAKEN_BACK, PENDING_TAKEN_BACK, DEDUCTED -> ISSUED;
            case EXPIRED -> EXPIRED;
        };
    }
}
