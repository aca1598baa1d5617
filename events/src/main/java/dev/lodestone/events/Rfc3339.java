package dev.lodestone.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Times and dates as RFC 3339 writes them, and no other way: four digits of the year, so that they fit into a database, seconds and an
 * offset. The readers of {@code java.time} alone also take other forms.
 */
public final class Rfc3339 {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Rfc3339() {}

    /**
     * Reads a time such as {@code 2026-03-01T12:30:00+08:00}, to the microsecond: the fraction of a database. Two times that differ by
     * less are one time everywhere.
     *
     * @throws DateTimeException if {@code text} is none
     */
    public static Instant time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new DateTimeException("not an RFC 3339 time");
        }
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Reads a date such as {@code 2026-03-01}.
     *
     * @throws DateTimeException if {@code text} is none
     */
    public static LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new DateTimeException("not an RFC 3339 date");
        }
        return LocalDate.parse(text);
    }
}
