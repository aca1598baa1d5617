package dev.lodestone.platform.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Raises alarms: counts each by its kind in the meter {@code lodestone.alarms}, on which monitoring can alert, and logs it as an error, the
 * same one at most once a minute.
 */
@ApplicationScoped
public class Alarms {
    private static final Logger LOG = Logger.getLogger(Alarms.class);
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();
    /** The largest number of different alarms in memory; above it the memory is cleared. */
    private static final int REMEMBERED_MAX = 1_000;

    private final MeterRegistry meters;
    private final Map<String, Long> loggedAt = new ConcurrentHashMap<>();

    Alarms(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Raises one alarm. Never throws.
     *
     * @param kind one of few constants, such as {@code rule-failed}: it names a time series
     * @param detail keys and values for the log, such as {@code rule=spend-cny version=2}; no personal data, no text from outside
     */
    public void raise(String kind, String detail) {
        meters.counter("lodestone.alarms", "kind", kind).increment();
        if (isDue(kind + " " + detail, System.nanoTime())) {
            LOG.errorf("alarm: kind=%s %s", kind, detail);
        }
    }

    private boolean isDue(String alarm, long now) {
        if (loggedAt.size() >= REMEMBERED_MAX) {
            loggedAt.clear();
        }
        Long before = loggedAt.get(alarm);
        if (before != null && now - before < QUIET_NANOS) {
            return false;
        }
        return before == null ? loggedAt.putIfAbsent(alarm, now) == null : loggedAt.replace(alarm, before, now);
    }
}
