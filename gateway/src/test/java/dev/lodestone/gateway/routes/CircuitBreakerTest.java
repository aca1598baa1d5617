package dev.lodestone.gateway.routes;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestone.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CircuitBreaker breaker = new CircuitBreaker(3, Duration.ofSeconds(5), clock);

    @Test
    void G06_shouldLeaveTheServiceAloneAfterFailuresInARow() {
        // When
        fail(3);

        // Then
        assertFalse(breaker.admits());
    }

    @Test
    void shouldForgiveFailuresWithASuccessBetweenThem() {
        // When
        fail(2);
        breaker.succeeded();
        fail(2);

        // Then
        assertTrue(breaker.admits());
    }

    @Test
    void shouldLetOneRequestTryAfterThePause() {
        // Given
        fail(3);

        // When
        clock.forward(Duration.ofSeconds(5));

        // Then
        assertTrue(breaker.admits());
        assertFalse(breaker.admits());
    }

    @Test
    void shouldOpenTheWayWhenTheTrialSucceeds() {
        // Given
        fail(3);
        clock.forward(Duration.ofSeconds(5));
        assertTrue(breaker.admits());

        // When
        breaker.succeeded();

        // Then
        assertTrue(breaker.admits());
        assertTrue(breaker.admits());
    }

    @Test
    void shouldPauseAgainWhenTheTrialFails() {
        // Given
        fail(3);
        clock.forward(Duration.ofSeconds(5));
        assertTrue(breaker.admits());

        // When
        breaker.failed();

        // Then
        clock.forward(Duration.ofMillis(4_999));
        assertFalse(breaker.admits());
        clock.forward(Duration.ofMillis(1));
        assertTrue(breaker.admits());
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            breaker.failed();
        }
    }
}
