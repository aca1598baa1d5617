package dev.lodestone.points.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The days of a recurrence by RFC 5545. Safe for use by many threads. */
public final class Recurrence {
    /** More days than this are not remembered: some two centuries. */
    private static final int DAYS_MAX = 80_000;

    private final RecurrenceRule rule;
    private final LocalDate first;
    private final Map<LocalDate, Boolean> known = new ConcurrentHashMap<>();

    private Recurrence(RecurrenceRule rule, LocalDate first) {
        this.rule = rule;
        this.first = first;
    }

    static Recurrence of(String rrule, LocalDate first) {
        try {
            return new Recurrence(new RecurrenceRule(rrule, RfcMode.RFC5545_STRICT), first);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException invalid) {
            throw RuleProblems.invalid(
                    "validity: rrule must be one such as FREQ=MONTHLY;BYDAY=1FR: " + invalid.getMessage());
        }
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
