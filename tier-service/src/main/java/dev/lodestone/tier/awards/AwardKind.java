package dev.lodestone.tier.awards;

import dev.lodestone.tier.history.Basis;

/** What an operator can give. */
public enum AwardKind {
    /** A level beside the earned one. */
    GRANT(Basis.GRANTED),
    /** A level that a chosen member is invited to. */
    INVITATION(Basis.INVITED),
    /** A level to try. */
    TRIAL(Basis.TRIAL),
    /** Exactly this level, neither more nor less. */
    LOCK(Basis.LOCKED),
    /** Never below this level. */
    FLOOR(Basis.FLOOR),
    /** Never above this level. */
    CEILING(Basis.CEILING);

    private final Basis basis;

    AwardKind(Basis basis) {
        this.basis = basis;
    }

    Basis basis() {
        return basis;
    }
}
