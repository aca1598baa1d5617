package dev.lodestone.platform.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Raises alarms: each is counted by its kind in the meter {@code lodestone.alarms}, on which monitoring can alert, and logged as an error. */
@ApplicationScoped
public class Alarms {
    private static final Logger LOG = Logger.getLogger(Alarms.class);

    private final MeterRegistry meters;

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
        LOG.errorf("alarm: kind=%s %s", kind, detail);
    }
}
