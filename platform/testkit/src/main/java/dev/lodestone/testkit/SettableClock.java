package dev.lodestone.testkit;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a service in component tests, and of a unit that takes one. It runs until a test sets it, and a test can move it forward.
 * Reset it after a test, since all tests of a module share the service.
 */
@Alternative
@Priority(1)
@Singleton
public class SettableClock extends Clock {
    private volatile @Nullable Instant fixed;
    private volatile Duration ahead = Duration.ZERO;

    /** A clock that runs. */
    public SettableClock() {}

    /** A clock that stands still at {@code instant}. */
    public SettableClock(Instant instant) {
        this.fixed = instant;
    }

    /** Stands still at {@code instant}. */
    public void set(Instant instant) {
        fixed = instant;
        ahead = Duration.ZERO;
    }

    /** Moves forward; a clock that runs goes on from there. */
    public void forward(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Runs again, with the real time. */
    public void reset() {
        fixed = null;
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        Instant set = fixed;
        return (set == null ? Instant.now() : set).plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("services use UTC");
    }
}
