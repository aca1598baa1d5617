package dev.lodestone.community;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The clock of component tests: the system's until a test sets it. */
@Mock
@Singleton
public class SettableClock extends Clock {
    private volatile Instant fixed;

    public void set(String instant) {
        fixed = Instant.parse(instant);
    }

    public void run() {
        fixed = null;
    }

    @Override
    public Instant instant() {
        Instant set = fixed;
        return set == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : set;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
