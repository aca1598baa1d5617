package dev.lodestone.points.earning.rules;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a rule pays, by the local time at which the event occurred.
 *
 * @param from first local day; {@code null} without limit
 * @param until last local day; {@code null} without limit
 * @param weekdays days of the week; empty for every day
 * @param hoursFrom first time of the day
 * @param hoursUntil end of the time of the day, exclusive; before {@code hoursFrom} the range spans midnight
 * @param rrule RFC 5545 recurrence that starts at {@code from}
 * @param zone IANA zone of days and hours; {@code null} for the brand's zone
 */
@RegisterForReflection
public record Validity(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Set<DayOfWeek> weekdays,
        @Nullable LocalTime hoursFrom,
        @Nullable LocalTime hoursUntil,
        @Nullable String rrule,
        @Nullable String zone) {
    /** No restriction. */
    public static final Validity ALWAYS = new Validity(null, null, Set.of(), null, null, null, null);

    public Validity {
        // Sorted from Monday, so that equal days have equal JSON.
        weekdays = weekdays == null || weekdays.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(EnumSet.copyOf(weekdays));
    }

    /** Checks the combination of the fields. */
    void check() {
        if (from != null && until != null && until.isBefore(from)) {
            throw RuleProblems.invalid("validity: until must not be before from");
        }
        if ((hoursFrom == null) != (hoursUntil == null) || hoursFrom != null && hoursFrom.equals(hoursUntil)) {
            throw RuleProblems.invalid("validity: hoursFrom and hoursUntil must be given together and differ");
        }
        if (rrule != null && from == null) {
            throw RuleProblems.invalid("validity: rrule needs from, the day its recurrence begins");
        }
        if (zone != null) {
            zone(ZoneId.of("UTC"));
        }
        recurrence();
    }

    /** The zone of its days and hours; {@code brand} if it has none. */
    public ZoneId zone(ZoneId brand) {
        try {
            return zone == null ? brand : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw RuleProblems.invalid("validity: zone must be an IANA name such as Asia/Shanghai, but was " + zone);
        }
    }

    /** True if {@code time} is within its hours. */
    public boolean includes(LocalTime time) {
        if (hoursFrom == null || hoursUntil == null) {
            return true;
        }
        boolean begun = !time.isBefore(hoursFrom);
        boolean open = time.isBefore(hoursUntil);
        return hoursFrom.isBefore(hoursUntil) ? begun && open : begun || open;
    }

    /** True if {@code day} is one of its weekdays. */
    public boolean includes(DayOfWeek day) {
        return weekdays.isEmpty() || weekdays.contains(day);
    }

    /** The recurrence, if it has one. */
    public @Nullable Recurrence recurrence() {
        return rrule == null || from == null ? null : Recurrence.of(rrule, from);
    }
}
