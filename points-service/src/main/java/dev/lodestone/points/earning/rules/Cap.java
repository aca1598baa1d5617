package dev.lodestone.points.earning.rules;

import dev.lodestone.points.periods.CalendarPeriod;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * The maximum that a rule pays one member within a period.
 *
 * @param points maximum points; {@code null} without limit
 * @param times maximum number of paid events; {@code null} without limit
 */
@RegisterForReflection
public record Cap(
        CalendarPeriod period,
        @Nullable Long points,
        @Nullable Long times) {
    private static final long MAX = 1_000_000_000_000L;

    void check() {
        if (period == null) {
            throw RuleProblems.invalid("caps: each needs a period");
        }
        if (points == null && times == null) {
            throw RuleProblems.invalid("caps: each needs points, times or both");
        }
        if (points != null && (points < 1 || points > MAX) || times != null && (times < 1 || times > MAX)) {
            throw RuleProblems.invalid("caps: points and times must be between 1 and " + MAX);
        }
    }
}
