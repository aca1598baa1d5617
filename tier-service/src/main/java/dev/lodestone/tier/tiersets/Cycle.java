package dev.lodestone.tier.tiersets;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A period of whole months that repeats, at whose end growth begins anew and levels are assessed. Its boundaries are counted from one point,
 * never from each other, so that the end of a month or 29 February does not move them for good.
 *
 * @param anchor where the first period begins
 * @param months length of a period; of a calendar cycle 1, 2, 3, 4, 6 or 12
 */
@RegisterForReflection
public record Cycle(@NotNull Anchor anchor, int months) {
    /** Where the periods of a cycle begin. */
    public enum Anchor {
        /** 1 January, local time: months, quarters, half years or years of the calendar. */
        CALENDAR,
        /** The member's enrolment. */
        MEMBERSHIP,
        /** The moment when the member came to the level. */
        LEVEL
    }

    /**
     * The first boundary after {@code instant}.
     *
     * @param begin the member's enrolment or the time when the level was reached; not used by a calendar cycle
     */
    public Instant nextBoundary(Instant instant, Instant begin, ZoneId zone) {
        return switch (anchor) {
            case CALENDAR -> calendarBoundary(instant, zone);
            case MEMBERSHIP, LEVEL -> boundaryFrom(begin, instant, zone);
        };
    }

    private Instant calendarBoundary(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        int begin = (local.getMonthValue() - 1) / months * months;
        return YearMonth.of(local.getYear(), begin + 1)
                .plusMonths(months)
                .atDay(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private Instant boundaryFrom(Instant begin, Instant instant, ZoneId zone) {
        ZonedDateTime first = begin.atZone(zone);
        long periods = Math.max(0, ChronoUnit.MONTHS.between(first, instant.atZone(zone)) / months);
        ZonedDateTime boundary = first.plusMonths(periods * months);
        while (!boundary.toInstant().isAfter(instant)) {
            periods++;
            boundary = first.plusMonths(periods * months);
        }
        return boundary.toInstant();
    }
}
