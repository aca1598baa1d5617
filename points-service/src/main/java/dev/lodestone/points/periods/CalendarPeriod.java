package dev.lodestone.points.periods;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** Local calendar periods; weeks begin on Monday. */
public enum CalendarPeriod {
    DAY,
    WEEK,
    MONTH,
    YEAR,
    LIFETIME;

    /** A key of the period that contains {@code instant}. All instants of one period have the same key. */
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
