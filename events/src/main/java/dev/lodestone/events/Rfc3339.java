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

    private static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Rfc3339() {}

    /** A well-formed time or date whose year in UTC is not from 0001 to 9999. */
    public static final class YearOutOfRangeException extends DateTimeException {
        private static final long serialVersionUID = 1L;

        private YearOutOfRangeException() {
            super("the year in UTC must be from 0001 to 9999");
        }
    }

    /**
     * Reads a time such as {@code 2026-03-01T12:30:00+08:00}, to the microsecond: the fraction of a database. Two times that differ by
     * less are one time everywhere.
     *
     * @throws YearOutOfRangeException if its year in UTC is not from 0001 to 9999, so that it could not be written again
     * @throws DateTimeException if {@code text} is none
     */
    public static Instant time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new DateTimeException("not an RFC 3339 time");
        }
        Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        if (!isWritable(time)) {
            throw new YearOutOfRangeException();
        }
        return time;
    }

    /** Whether {@code time}, written in UTC, has a year from 0001 to 9999. An offset may move a time out of these years. */
    public static boolean isWritable(Instant time) {
        return !time.isBefore(MIN) && time.isBefore(END);
    }

    /**
     * Reads a date such as {@code 2026-03-01}.
     *
     * @throws YearOutOfRangeException if its year is 0000
     * @throws DateTimeException if {@code text} is none
     */
    public static LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new DateTimeException("not an RFC 3339 date");
        }
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1) {
            throw new YearOutOfRangeException();
        }
        return date;
    }
}
