package dev.lodestone.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A record for the topic {@code orders}, written by hand as another system writes it.
 *
 * @param key the member's id
 */
record StormEvent(String key, String value) {
    /** The orders of a storm are some days old; each is a second after the one before, and starts anew after a week. */
    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(10));

    private static final int SECONDS_OF_A_WEEK = 7 * 24 * 60 * 60;

    static String json(String id, String type, String member, int number, int minutesLater, String data) {
        Instant time = START.plusSeconds(number % SECONDS_OF_A_WEEK).plus(Duration.ofMinutes(minutesLater));
        return """
                {"specversion":"1.0","id":"%s","source":"/storm","type":"%s","subject":"%s","time":"%s",\
                "datacontenttype":"application/json","data":%s}""".formatted(id, type, member, time, data);
    }
}
