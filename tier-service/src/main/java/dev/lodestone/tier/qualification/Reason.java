package dev.lodestone.tier.qualification;

import dev.lodestone.tier.history.Basis;
import dev.lodestone.tier.history.Stay;
import dev.lodestone.tier.history.Step;
import org.jspecify.annotations.Nullable;

/** Why a level was changed. */
public enum Reason {
    /** Growth reached the level. */
    REACHED,
    /** Growth did not keep the level. */
    LOST,
    /** A new version of the tier set has no such level. */
    REPLACED,
    /** A fact of an earlier time, such as a refund or an order that arrives late, changed what is true of that time. */
    CORRECTED,
    /** An operator gave a level, or locked one. */
    AWARDED,
    /** A level that was given, or a lock, has ended. */
    AWARD_ENDED;

    /**
     * The reason for a change.
     *
     * @param stay in force after it
     * @param before the stay before that
     * @param step what the earned level rests on
     */
    static Reason of(Stay stay, @Nullable Stay before, Step step, boolean upgrade) {
        if (stay.basis() != Basis.EARNED) {
            return AWARDED;
        }
        boolean earnedSince = step.at().equals(stay.from());
        return before != null && before.basis() != Basis.EARNED && !earnedSince ? AWARD_ENDED : of(step, upgrade);
    }

    private static Reason of(Step step, boolean upgrade) {
        return switch (step.reason()) {
            case REACHED -> upgrade ? REACHED : CORRECTED;
            case LOST -> upgrade ? CORRECTED : LOST;
            case REPLACED -> REPLACED;
            case ENROLLED, AT_RISK, REGAINED -> CORRECTED;
        };
    }
}
