package dev.lodestone.tier.qualification;

import dev.lodestone.tier.history.Step;

/** Why a level was changed. */
public enum Reason {
    /** Growth reached the level. */
    REACHED,
    /** Growth did not keep the level. */
    LOST,
    /** A new version of the tier set has no such level. */
    REPLACED,
    /** A fact of an earlier time, such as a refund or an order that arrives late, changed what is true of that time. */
    CORRECTED;

    /** The reason for a change after which the earned level rests on {@code step}. */
    static Reason of(Step step, boolean upgrade) {
        return switch (step.reason()) {
            case REACHED -> upgrade ? REACHED : CORRECTED;
            case LOST -> upgrade ? CORRECTED : LOST;
            case REPLACED -> REPLACED;
            case ENROLLED, AT_RISK, REGAINED -> CORRECTED;
        };
    }
}
