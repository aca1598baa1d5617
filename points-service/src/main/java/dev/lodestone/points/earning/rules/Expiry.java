package dev.lodestone.points.earning.rules;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * The expiry of earned units.
 *
 * @param policy how the expiry is computed
 * @param count AFTER_DAYS and ACTIVITY: days; END_OF_…: number of whole months, quarters or years after that of the event
 * @param date FIXED_DATE only: the first local day on which the units can no longer be spent
 */
@RegisterForReflection
public record Expiry(
        Policy policy, @Nullable Integer count, @Nullable LocalDate date) {
    /** How the expiry is computed. */
    public enum Policy {
        /** {@code count} times 24 hours after the event. */
        AFTER_DAYS,
        /** At the end of the month {@code count} months after that of the event. */
        END_OF_MONTH,
        /** At the end of the quarter {@code count} quarters after that of the event. */
        END_OF_QUARTER,
        /** At the end of the year {@code count} years after that of the event. */
        END_OF_YEAR,
        /** At the start of {@code date}. */
        FIXED_DATE,
        /** {@code count} times 24 hours after the member's last activity. */
        ACTIVITY
    }

    private static final int COUNT_MAX = 36_500;
    private static final int YEAR_MAX = 9_999;

    /** Checks that the policy has the fields it needs and no others. */
    void check() {
        if (policy == null) {
            throw RuleProblems.invalid("expiry: policy is missing");
        }
        if ((policy == Policy.FIXED_DATE) != (date != null) || (policy == Policy.FIXED_DATE) == (count != null)) {
            throw RuleProblems.invalid(
                    "expiry: FIXED_DATE has a date and no count, every other policy a count and no date");
        }
        if (date != null && (date.getYear() < 1 || date.getYear() > YEAR_MAX)) {
            throw RuleProblems.invalid("expiry: date must lie in the years 1 to " + YEAR_MAX);
        }
        int countMin = policy == Policy.AFTER_DAYS || policy == Policy.ACTIVITY ? 1 : 0;
        if (count != null && (count < countMin || count > COUNT_MAX)) {
            throw RuleProblems.invalid("expiry: count must be between " + countMin + " and " + COUNT_MAX);
        }
    }

    /** The expiry of units earned at {@code earnedAt}, unless activity extends it; local days are those of {@code zone}. */
    public Instant expiresAt(Instant earnedAt, ZoneId zone) {
        LocalDate month = earnedAt.atZone(zone).toLocalDate().withDayOfMonth(1);
        int periods = count == null ? 0 : count;
        return switch (policy) {
            case AFTER_DAYS, ACTIVITY -> earnedAt.plus(periods, ChronoUnit.DAYS);
            case END_OF_MONTH -> start(month.plusMonths(1L + periods), zone);
            case END_OF_QUARTER -> start(month.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3 * (1L + periods)), zone);
            case END_OF_YEAR -> start(month.withDayOfYear(1).plusYears(1L + periods), zone);
            case FIXED_DATE -> {
                if (date == null) {
                    throw new IllegalStateException("FIXED_DATE without a date");
                }
                yield start(date, zone);
            }
        };
    }

    /** The number of days after an activity to which it extends the expiry; {@code null} if activity does not extend it. */
    public @Nullable Integer extendsDays() {
        return policy == Policy.ACTIVITY ? count : null;
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
