package dev.lodestone.platform.texts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Local days in words: members think in days of their calendar, not in instants. */
public final class DayText {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private DayText() {}

    /** The local day of an instant, such as {@code 2026年10月31日}. */
    public static LocalText of(Instant instant, ZoneId zone) {
        ZonedDateTime day = instant.atZone(zone);
        return new LocalText(ZH.format(day), EN.format(day));
    }

    /** The last local day before an end that is itself excluded: an end at midnight does not count as a day. */
    public static LocalText lastBefore(Instant end, ZoneId zone) {
        return of(end.minusNanos(1), zone);
    }
}
