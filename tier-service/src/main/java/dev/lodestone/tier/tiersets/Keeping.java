package dev.lodestone.tier.tiersets;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * When a member who no longer meets what keeps their level loses it, and what to.
 *
 * @param assessed when it is looked at
 * @param target the level that the member falls to
 * @param grace how long a member keeps the level after it was found wanting; in that time it can still be earned
 * @param shortestStay how long a level is kept in any case
 * @param between the shortest time between two losses
 * @param notice how long before a loss the member is notified; 30 days if left out
 */
@RegisterForReflection
public record Keeping(
        @NotNull Assessment assessed,
        @NotNull Target target,
        Period grace,
        Period shortestStay,
        Period between,
        Period notice) {
    /** The usual notice. */
    public static final Period NOTICE = Period.ofDays(30);

    public Keeping(
            Assessment assessed,
            Target target,
            @Nullable Period grace,
            @Nullable Period shortestStay,
            @Nullable Period between,
            @Nullable Period notice) {
        this.assessed = assessed;
        this.target = target;
        this.grace = grace == null ? Period.ZERO : grace;
        this.shortestStay = shortestStay == null ? Period.ZERO : shortestStay;
        this.between = between == null ? Period.ZERO : between;
        this.notice = notice == null ? NOTICE : notice;
    }

    /** With the usual notice. */
    public Keeping(
            Assessment assessed,
            Target target,
            @Nullable Period grace,
            @Nullable Period shortestStay,
            @Nullable Period between) {
        this(assessed, target, grace, shortestStay, between, null);
    }

    /** When levels are looked at. */
    public enum Assessment {
        /** At each moment at which growth changes. */
        AT_ONCE,
        /** At the end of each cycle of the tier set. */
        CYCLE_END,
        /** Never: no level is lost. */
        NEVER
    }

    /** The level that a member falls to. */
    public enum Target {
        /** The next lower level. */
        ONE_STEP,
        /** The highest level whose requirement for keeping is met. */
        EARNED
    }

    /** Lost as soon as the growth no longer suffices, to what is earned. */
    public static final Keeping AT_ONCE =
            new Keeping(Assessment.AT_ONCE, Target.EARNED, Period.ZERO, Period.ZERO, Period.ZERO);

    /** Assessed at the end of each cycle, to what is earned. */
    public static final Keeping AT_CYCLE_END =
            new Keeping(Assessment.CYCLE_END, Target.EARNED, Period.ZERO, Period.ZERO, Period.ZERO);

    /** Levels are for life. */
    public static final Keeping FOR_LIFE =
            new Keeping(Assessment.NEVER, Target.EARNED, Period.ZERO, Period.ZERO, Period.ZERO);

    /** The same with a grace. */
    public Keeping withGrace(Period period) {
        return new Keeping(assessed, target, period, shortestStay, between, notice);
    }

    /** The same with a shortest stay. */
    public Keeping withShortestStay(Period period) {
        return new Keeping(assessed, target, grace, period, between, notice);
    }

    /** The same, one step at a time and at most one in {@code period}. */
    public Keeping oneStepIn(Period period) {
        return new Keeping(assessed, Target.ONE_STEP, grace, shortestStay, period, notice);
    }
}
