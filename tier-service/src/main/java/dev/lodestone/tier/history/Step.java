package dev.lodestone.tier.history;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * A moment in the history of an earned level, with what decided it.
 *
 * @param at when it happened
 * @param from code of the level before; that of {@code to} if there was none
 * @param to code of the level after
 * @param reason why
 * @param version of the tier set that decided it
 * @param measures growth and threshold of each criterion that was looked at
 */
public record Step(Instant at, String from, String to, Reason reason, int version, List<Measure> measures) {
    public Step {
        measures = List.copyOf(measures);
    }

    /** What happened. */
    public enum Reason {
        /** The membership or the tier set began. */
        ENROLLED,
        /** Growth reached the level. */
        REACHED,
        /** Growth no longer keeps the level; it is lost when the grace ends unless growth comes back. */
        AT_RISK,
        /** Growth came back within the grace. */
        REGAINED,
        /** Growth did not keep the level. */
        LOST,
        /** A new version of the tier set has no level of this code. */
        REPLACED
    }

    /**
     * The growth of one criterion beside the threshold that it was compared with, in whole units.
     *
     * @param criterion code of the criterion
     */
    @RegisterForReflection
    public record Measure(String criterion, long growth, long threshold) {
        /** What is missing; 0 if nothing is. */
        public long missing() {
            return Math.max(0, threshold - growth);
        }
    }

    /** Whether the level is another after it. */
    public boolean changesLevel() {
        return !from.equals(to) || reason == Reason.ENROLLED;
    }
}
