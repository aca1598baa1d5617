package dev.lodestone.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The times and days that a request may name: the years 1 to 9999, in UTC. The database stores a time outside its own range as an infinity,
 * with which no later statement can calculate.
 */
public final class TimeRange {
    /** The range as a caller reads it. */
    public static final String TEXT = "in the years 0001 to 9999, in UTC";

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private TimeRange() {}

    public static boolean contains(Instant time) {
        return contains(time.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    public static boolean contains(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
