package dev.lodestone.points.earning.rules;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The maximum that a rule pays one member within a period.
 *
 * @param points maximum points; {@code null} without limit
 * @param times maximum number of paid events; {@code null} without limit
 */
@RegisterForReflection
public record Cap(
        Period period, @Nullable Long points, @Nullable Long times) {
    /** Local calendar periods; weeks begin on Monday. */
    public enum Period {
        DAY,
        WEEK,
        MONTH,
        YEAR,
        LIFETIME;

        /** A key of the period that contains {@code instant}. All instants of one period have the same key. */
        public String key(Instant instant, ZoneId zone) {
            LocalDate day = instant.atZone(zone).toLocalDate();
            return switch (this) {
                case DAY -> "D" + day;
                case WEEK -> "W" + day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> "M" + day.toString().substring(0, 7);
                case YEAR -> "Y" + day.getYear();
                case LIFETIME -> "ALL";
            };
        }
    }

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
