package dev.lodestone.tier.tiersets;

import dev.lodestone.platform.parameter.Patterns;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of growth that levels ask for, such as what a member spends or how often they come.
 *
 * @param code stable name, such as {@code spend}
 * @param sources the facts that bring it; their growth adds up
 * @param window how long growth counts
 * @param length of a rolling window; zero for the others
 * @param grace how long growth still counts for keeping a level after its window has ended; zero if it does not
 * @param carryOver whether growth above what the level asks for counts in the next cycle; only for growth that counts in a cycle
 * @param returnWindow how long after its completion an order begins to count; zero if at once
 */
@RegisterForReflection
public record Criterion(
        @NotNull @Pattern(regexp = Patterns.CODE) String code,
        List<@Valid Source> sources,
        @NotNull Window window,
        Period length,
        Period grace,
        boolean carryOver,
        Period returnWindow) {
    public Criterion(
            String code,
            @Nullable List<Source> sources,
            Window window,
            @Nullable Period length,
            @Nullable Period grace,
            boolean carryOver,
            @Nullable Period returnWindow) {
        this.code = code;
        this.sources = sources == null ? List.of() : List.copyOf(sources);
        this.window = window;
        this.length = length == null ? Period.ZERO : length;
        this.grace = grace == null ? Period.ZERO : grace;
        this.carryOver = carryOver;
        this.returnWindow = returnWindow == null ? Period.ZERO : returnWindow;
    }

    /** How long growth counts. */
    public enum Window {
        /** For good. */
        LIFETIME,
        /** For {@link Criterion#length} from its own date. */
        ROLLING,
        /** Until the cycle of the tier set ends in which it is dated. */
        CYCLE
    }

    /** Growth that counts for good. */
    public static Criterion lifetime(String code, Source... sources) {
        return new Criterion(code, List.of(sources), Window.LIFETIME, null, null, false, null);
    }

    /** Growth that counts for {@code length} from its own date. */
    public static Criterion rolling(String code, Period length, Source... sources) {
        return new Criterion(code, List.of(sources), Window.ROLLING, length, null, false, null);
    }

    /** Growth that counts until the end of the cycle. */
    public static Criterion inCycle(String code, Source... sources) {
        return new Criterion(code, List.of(sources), Window.CYCLE, null, null, false, null);
    }

    /** The same criterion, whose growth counts for {@code period} longer for keeping a level. */
    public Criterion withGrace(Period period) {
        return new Criterion(code, sources, window, length, period, carryOver, returnWindow);
    }

    /** The same criterion, whose surplus counts in the next cycle. */
    public Criterion withCarryOver() {
        return new Criterion(code, sources, window, length, grace, true, returnWindow);
    }

    /** The same criterion, for which an order counts when it can no longer be returned. */
    public Criterion afterReturns(Period period) {
        return new Criterion(code, sources, window, length, grace, carryOver, period);
    }
}
