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
 * The days of a recurrence by RFC 5545. Safe for use by many threads.
 *
 * <p>Nothing here loops for ever: the library gives up after so many empty periods, and nothing finer than days recurs.
 */
public final class Recurrence {
    /** More days than this are not remembered: some two centuries. */
    private static final int DAYS_MAX = 80_000;

    /** As many days are looked at when a rule is drafted: every weekday and month, and a leap day's distance. */
    private static final int CHECKED_DAYS = 366;

    private static final int CHECKED_YEARS = 8;
    private static final Set<Freq> DAYS = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    private final RecurrenceRule rule;
    private final LocalDate first;
    private final Map<LocalDate, Boolean> known = new ConcurrentHashMap<>();

    private Recurrence(RecurrenceRule rule, LocalDate first) {
        this.rule = rule;
        this.first = first;
    }

    /** Reads {@code rrule} and evaluates it, since much that can be read has no days. */
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
            throw new IllegalArgumentException("it has no day");
        }
        for (int days = 0; days <= CHECKED_DAYS; days++) {
            occurs(first.plusDays(days));
        }
        occurs(first.plusYears(CHECKED_YEARS));
    }

    /** Whether {@code day} is one of its days. */
    public boolean includes(LocalDate day) {
        if (day.isBefore(first)) {
            return false;
        }
        return known.size() < DAYS_MAX ? known.computeIfAbsent(day, this::occurs) : occurs(day);
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
