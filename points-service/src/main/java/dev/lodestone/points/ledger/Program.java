package dev.lodestone.points.ledger;

import dev.lodestone.events.points.PostingKind;

/** The brand's side of a posting. */
enum Program {
    /** Points come from here, and go back when they are taken back. */
    ISSUED,
    /** Points that bought a reward. */
    REDEEMED;

    static Program of(PostingKind kind) {
        return switch (kind) {
            case EARNED, TAKEN_BACK -> ISSUED;
            case REDEEMED -> REDEEMED;
        };
    }
}
