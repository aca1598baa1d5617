package dev.lodestone.devstack.launcher.replay;

import dev.lodestone.devstack.launcher.LauncherException;
import dev.lodestone.devstack.launcher.replay.ConsumerLag.Place;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;

/**
 * Waits until the suite has processed the input: first until points-service has posted every order, then until no service has
 * anything left to read and stays so for a moment, because the effect of one event is the cause of the next.
 */
final class Settlement {
    static final Place ORDERS_OF_POINTS = new Place("points-service", "orders");

    /** Longer than the restart of a service that was killed meanwhile. */
    private static final Duration STANDSTILL_MAX = Duration.ofMinutes(3);

    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ConsumerLag lag;
    private final long deadlineNanos;
    private long lowest = Long.MAX_VALUE;
    private long lowestSinceNanos = System.nanoTime();

    Settlement(ConsumerLag lag, Duration waitMax) {
        this.lag = lag;
        this.deadlineNanos = System.nanoTime() + waitMax.toNanos();
    }

    /** Refuses to begin if points-service does not run. */
    static void requireReader(ConsumerLag lag) {
        if (!lag.measure().containsKey(ORDERS_OF_POINTS)) {
            throw new LauncherException(
                    "points-service does not read the topic orders: is the suite up? ./lodestone up starts it");
        }
    }

    /**
     * Returns when every order is posted.
     *
     * @throws LauncherException naming what is missing, when nothing moves for three minutes or the time is up
     */
    void awaitPosted(long sent, ProgressBar progress) {
        SortedMap<Place, Long> now = lag.measure();
        while (now.getOrDefault(ORDERS_OF_POINTS, 0L) > 0) {
            progress.stepTo(Math.max(0, sent - now.getOrDefault(ORDERS_OF_POINTS, 0L)));
            giveUpWhenStuck(now);
            pause();
            now = lag.measure();
        }
        progress.stepTo(sent);
    }

    /** Returns when all services have been without lag for three seconds. */
    void awaitQuiet() {
        long quietSinceNanos = System.nanoTime();
        while (System.nanoTime() - quietSinceNanos < QUIET.toNanos()) {
            SortedMap<Place, Long> now = lag.measure();
            if (total(now) > 0) {
                quietSinceNanos = System.nanoTime();
                giveUpWhenStuck(now);
            }
            pause();
        }
    }

    private void giveUpWhenStuck(SortedMap<Place, Long> now) {
        long nanos = System.nanoTime();
        if (total(now) < lowest) {
            lowest = total(now);
            lowestSinceNanos = nanos;
        }
        if (nanos > deadlineNanos || nanos - lowestSinceNanos > STANDSTILL_MAX.toNanos()) {
            throw new LauncherException("Not all events have been taken in; still to be read: " + missing(now)
                    + ". The services' logs are under .lodestone/logs; the same replay may be run again.");
        }
    }

    private static String missing(SortedMap<Place, Long> now) {
        return now.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> "%,d of %s by %s"
                        .formatted(
                                entry.getValue(),
                                entry.getKey().topic(),
                                entry.getKey().group()))
                .collect(Collectors.joining(", "));
    }

    private static long total(Map<Place, Long> lag) {
        return lag.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Stopped while waiting", stopped);
        }
    }
}
