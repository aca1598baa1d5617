package dev.lodestone.points.earning.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The days of an RFC 5545 recurrence. Thread-safe.
 *
 * <p>Evaluation always ends: the library stops after a number of empty periods, and frequencies below a day are refused.
 */
public final class Recurrence {
    /** Maximum number of cached days: about two centuries. */
    private static final int DAYS_MAX = 80_000;

    /** Days evaluated when a rule is drafted: each weekday and month, and the interval of leap days. */
    private static final int CHECKED_DAYS = 366;

    private static final int CHECKED_YEARS = 8;
    private static final Set<Freq> DAYS = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    private final RecurrenceRule rule;
    private final LocalDate first;
    private final Map<LocalDate, Boolean> cache = new ConcurrentHashMap<>();

    private Recurrence(RecurrenceRule rule, LocalDate first) {
        this.rule = rule;
        this.first = first;
    }

    /** Parses {@code rrule} and evaluates some days, since a rule without any day can still be parsed. */
    static Recurrence of(String rrule, LocalDate first) {
        try {
            Recurrence recurrence = new Recurrence(new RecurrenceRule(rrule, RfcMode.RFC5545_STRICT), first);
            recurrence.checkDays();
            return recurrence;
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException | ArithmeticException invalid) {
            throw RuleProblems.invalid(
                    "validity: rrule must be one such as FREQ=MONTHLY;BYDAY=1FR, with a last day such as"
                            + " UNTIL=20261231 if it has one: " + invalid.getMessage());
        }
    }

    private void checkDays() {
        if (!DAYS.contains(rule.getFreq())) {
            throw new IllegalArgumentException("FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY");
        }
        if (!rule.iterator(date(first)).hasNext()) {
            throw new IllegalArgumentException("it includes no day");
        }
        for (int days = 0; days <= CHECKED_DAYS; days++) {
            occurs(first.plusDays(days));
        }
        occurs(first.plusYears(CHECKED_YEARS));
    }

    /** True if it includes {@code day}. */
    public boolean includes(LocalDate day) {
        if (day.isBefore(first)) {
            return false;
        }
        return cache.size() < DAYS_MAX ? cache.computeIfAbsent(day, this::occurs) : occurs(day);
    }

    private boolean occurs(LocalDate day) {
        RecurrenceRuleIterator days = rule.iterator(date(first));
        days.fastForward(date(day));
        return days.hasNext() && sameDay(days.peekDateTime(), day);
    }

    private static DateTime date(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    private static boolean sameDay(DateTime one, LocalDate day) {
        return one.getYear() == day.getYear()
                && one.getMonth() == day.getMonthValue() - 1
                && one.getDayOfMonth() == day.getDayOfMonth();
    }
}
