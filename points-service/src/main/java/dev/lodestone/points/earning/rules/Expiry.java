package dev.lodestone.points.earning.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/** The expiry of earned units. {@link Form} is its JSON. */
@RegisterForReflection
public sealed interface Expiry {
    /** {@code days} times 24 hours after the event. */
    @RegisterForReflection
    record AfterDays(int days) implements Expiry {
        public AfterDays {
            checkCount(days, 1);
        }
    }

    /** {@code days} times 24 hours after the member's last activity. */
    @RegisterForReflection
    record AfterActivity(int days) implements Expiry {
        public AfterActivity {
            checkCount(days, 1);
        }
    }

    /** At the end of the month {@code months} after that of the event. */
    @RegisterForReflection
    record EndOfMonth(int months) implements Expiry {
        public EndOfMonth {
            checkCount(months, 0);
        }
    }

    /** At the end of the quarter {@code quarters} after that of the event. */
    @RegisterForReflection
    record EndOfQuarter(int quarters) implements Expiry {
        public EndOfQuarter {
            checkCount(quarters, 0);
        }
    }

    /** At the end of the year {@code years} after that of the event. */
    @RegisterForReflection
    record EndOfYear(int years) implements Expiry {
        public EndOfYear {
            checkCount(years, 0);
        }
    }

    /** At the start of {@code date}, the first local day on which the units can no longer be spent. */
    @RegisterForReflection
    record FixedDate(LocalDate date) implements Expiry {
        private static final int YEAR_MAX = 9_999;

        public FixedDate {
            if (date.getYear() < 1 || date.getYear() > YEAR_MAX) {
                throw RuleProblems.invalid("expiry: date must lie in the years 1 to " + YEAR_MAX);
            }
        }
    }

    /**
     * An expiry as JSON.
     *
     * @param policy how the expiry is computed
     * @param count AFTER_DAYS and ACTIVITY: days; END_OF_…: number of whole months, quarters or years after that of the event
     * @param date FIXED_DATE only: the first local day on which the units can no longer be spent
     */
    @RegisterForReflection
    record Form(
            Policy policy,
            @Nullable Integer count,
            @Nullable LocalDate date) {}

    /** The kinds of expiry by their names in JSON. */
    enum Policy {
        AFTER_DAYS,
        END_OF_MONTH,
        END_OF_QUARTER,
        END_OF_YEAR,
        FIXED_DATE,
        ACTIVITY
    }

    /**
     * Reads an expiry from its JSON.
     *
     * @throws dev.lodestone.platform.problem.ProblemException 400 {@code invalid-rule} if the policy lacks what it needs or has more
     */
    @JsonCreator
    static Expiry of(
            @JsonProperty("policy") @Nullable Policy policy,
            @JsonProperty("count") @Nullable Integer count,
            @JsonProperty("date") @Nullable LocalDate date) {
        if (policy == null) {
            throw RuleProblems.invalid("expiry: policy is missing");
        }
        if (policy == Policy.FIXED_DATE && date != null && count == null) {
            return new FixedDate(date);
        }
        if (policy == Policy.FIXED_DATE || date != null || count == null) {
            throw RuleProblems.invalid(
                    "expiry: FIXED_DATE has a date and no count, every other policy a count and no date");
        }
        return switch (policy) {
            case AFTER_DAYS -> new AfterDays(count);
            case ACTIVITY -> new AfterActivity(count);
            case END_OF_MONTH -> new EndOfMonth(count);
            case END_OF_QUARTER -> new EndOfQuarter(count);
            case END_OF_YEAR -> new EndOfYear(count);
            case FIXED_DATE -> throw new IllegalStateException("a fixed date has no count");
        };
    }

    /** Its JSON. */
    @JsonValue
    default Form form() {
        return switch (this) {
            case AfterDays(int days) -> new Form(Policy.AFTER_DAYS, days, null);
            case AfterActivity(int days) -> new Form(Policy.ACTIVITY, days, null);
            case EndOfMonth(int months) -> new Form(Policy.END_OF_MONTH, months, null);
            case EndOfQuarter(int quarters) -> new Form(Policy.END_OF_QUARTER, quarters, null);
            case EndOfYear(int years) -> new Form(Policy.END_OF_YEAR, years, null);
            case FixedDate(LocalDate date) -> new Form(Policy.FIXED_DATE, null, date);
        };
    }

    /** The expiry of units earned at {@code earnedAt}, unless activity extends it; local days are those of {@code zone}. */
    default Instant expiresAt(Instant earnedAt, ZoneId zone) {
        LocalDate month = earnedAt.atZone(zone).toLocalDate().withDayOfMonth(1);
        return switch (this) {
            case AfterDays(int days) -> earnedAt.plus(days, ChronoUnit.DAYS);
            case AfterActivity(int days) -> earnedAt.plus(days, ChronoUnit.DAYS);
            case EndOfMonth(int months) -> start(month.plusMonths(1L + months), zone);
            case EndOfQuarter(int quarters) ->
                start(month.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3 * (1L + quarters)), zone);
            case EndOfYear(int years) -> start(month.withDayOfYear(1).plusYears(1L + years), zone);
            case FixedDate(LocalDate date) -> start(date, zone);
        };
    }

    /** The number of days after an activity to which it extends the expiry; {@code null} if activity does not extend it. */
    default @Nullable Integer extendsDays() {
        return this instanceof AfterActivity(int days) ? days : null;
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static void checkCount(int count, int min) {
        int max = 36_500;
        if (count < min || count > max) {
            throw RuleProblems.invalid("expiry: count must be between " + min + " and " + max);
        }
    }
}
