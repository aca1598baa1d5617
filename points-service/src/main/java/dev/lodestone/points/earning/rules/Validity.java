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
 * When a rule pays, by the local time of the fact.
 *
 * @param from the first local day; {@code null}: since ever
 * @param until the last local day; {@code null}: for ever
 * @param weekdays only on these; every day if empty
 * @param hoursFrom only from this time of the day on
 * @param hoursUntil only before this time of the day; earlier than {@code hoursFrom}: over midnight
 * @param rrule only on the days of this RFC 5545 recurrence, which begins with {@code from}
 * @param zone IANA name of the zone of these days and hours; {@code null}: the brand's
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
    /** Always. */
    public static final Validity ALWAYS = new Validity(null, null, Set.of(), null, null, null, null);

    public Validity {
        // From Monday on, so that the same days are always written the same way.
        weekdays = weekdays == null || weekdays.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(EnumSet.copyOf(weekdays));
    }

    /** Checks what no single field can tell. */
    void check() {
        if (from != null && until != null && until.isBefore(from)) {
            throw RuleProblems.invalid("validity: until must not be before from");
        }
        if ((hoursFrom == null) != (hoursUntil == null) || hoursFrom != null && hoursFrom.equals(hoursUntil)) {
            throw RuleProblems.invalid("validity: hoursFrom and hoursUntil belong together and differ");
        }
        if (rrule != null && from == null) {
            throw RuleProblems.invalid("validity: rrule needs from, the day its recurrence begins");
        }
        if (zone != null) {
            zone(ZoneId.of("UTC"));
        }
        recurrence();
    }

    /** The zone of its days, which is {@code brand} if it names none. */
    public ZoneId zone(ZoneId brand) {
        try {
            return zone == null ? brand : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw RuleProblems.invalid("validity: zone must be an IANA name such as Asia/Shanghai, but was " + zone);
        }
    }

    /** Whether the time of the day is among its hours. */
    public boolean includes(LocalTime time) {
        if (hoursFrom == null || hoursUntil == null) {
            return true;
        }
        boolean begun = !time.isBefore(hoursFrom);
        boolean open = time.isBefore(hoursUntil);
        return hoursFrom.isBefore(hoursUntil) ? begun && open : begun || open;
    }

    /** Whether the day of the week is among its days. */
    public boolean includes(DayOfWeek day) {
        return weekdays.isEmpty() || weekdays.contains(day);
    }

    /** The recurrence, if it has one. */
    public @Nullable Recurrence recurrence() {
        return rrule == null || from == null ? null : Recurrence.of(rrule, from);
    }
}
