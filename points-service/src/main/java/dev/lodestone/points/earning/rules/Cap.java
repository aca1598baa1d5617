package dev.lodestone.points.earning.rules;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The most that a rule pays one member within a period.
 *
 * @param points in all; {@code null}: as much as it comes to
 * @param times how often; {@code null}: as often as there are facts
 */
@RegisterForReflection
public record Cap(
        Period period, @Nullable Long points, @Nullable Long times) {
    /** Local periods; weeks begin on Mondays. */
    public enum Period {
        DAY,
        WEEK,
        MONTH,
        YEAR,
        LIFETIME;

        /** Names the period that {@code instant} is in: the same for all instants of it, and for no other. */
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
            throw RuleProblems.invalid("caps: each names its period");
        }
        if (points == null && times == null) {
            throw RuleProblems.invalid("caps: each limits points, times or both");
        }
        if (points != null && (points < 1 || points > MAX) || times != null && (times < 1 || times > MAX)) {
            throw RuleProblems.invalid("caps: points and times must be between 1 and " + MAX);
        }
    }
}
