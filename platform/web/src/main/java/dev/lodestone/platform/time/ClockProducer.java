package dev.lodestone.platform.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock that all classes inject, so that tests can set it. */
public final class ClockProducer {
    @Produces
    @Singleton
    Clock clock() {
        // As fine as the database keeps times, so that what was answered first equals what is read back.
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
