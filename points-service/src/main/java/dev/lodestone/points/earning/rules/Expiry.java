package dev.lodestone.points.earning.rules;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * How long earned value lasts.
 *
 * @param policy how the end is found
 * @param count AFTER_DAYS and ACTIVITY: days; END_OF_…: how many whole months, quarters or years come after the one of earning
 * @param date FIXED_DATE only: the first local day on which it can no longer be spent
 */
@RegisterForReflection
public record Expiry(
        Policy policy, @Nullable Integer count, @Nullable LocalDate date) {
    /** How the end is found. */
    public enum Policy {
        /** {@code count} times 24 hours after earning. */
        AFTER_DAYS,
        /** With the month that comes {@code count} months after that of earning. */
        END_OF_MONTH,
        /** With the quarter that comes {@code count} quarters after that of earning. */
        END_OF_QUARTER,
        /** With the year that comes {@code count} years after that of earning. */
        END_OF_YEAR,
        /** When {@code date} begins. */
        FIXED_DATE,
        /** {@code count} times 24 hours after the member's last activity. */
        ACTIVITY
    }

    private static final int COUNT_MAX = 36_500;
    private static final int YEAR_MAX = 9_999;

    /** Checks that the policy has what it needs and nothing else. */
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
        int least = policy == Policy.AFTER_DAYS || policy == Policy.ACTIVITY ? 1 : 0;
        if (count != null && (count < least || count > COUNT_MAX)) {
            throw RuleProblems.invalid("expiry: count must be between " + least + " and " + COUNT_MAX);
        }
    }

    /** When value earned at {@code earnedAt} lapses, if no activity hasActivityExpiry it; local days are those of {@code zone}. */
    public Instant expiresAt(Instant earnedAt, ZoneId zone) {
        LocalDate month = earnedAt.atZone(zone).toLocalDate().withDayOfMonth(1);
        int many = count == null ? 0 : count;
        return switch (policy) {
            case AFTER_DAYS, ACTIVITY -> earnedAt.plus(many, ChronoUnit.DAYS);
            case END_OF_MONTH -> start(month.plusMonths(1L + many), zone);
            case END_OF_QUARTER -> start(month.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3 * (1L + many)), zone);
            case END_OF_YEAR -> start(month.withDayOfYear(1).plusYears(1L + many), zone);
            case FIXED_DATE -> {
                if (date == null) {
                    throw new IllegalStateException("a fixed date was checked to be there");
                }
                yield start(date, zone);
            }
        };
    }

    /** To how many days after it any activity moves the end; {@code null}: it moves nothing. */
    public @Nullable Integer extendsDays() {
        return policy == Policy.ACTIVITY ? count : null;
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
