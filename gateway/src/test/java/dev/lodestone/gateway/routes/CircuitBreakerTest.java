package dev.lodestone.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void shouldForgiveFailuresWithASuccessBetweenThem() {
        // When
        fail(2);
        breaker.succeeded();
        fail(2);

        // Then
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void shouldLetOneRequestTryAfterThePause() {
        // Given
        fail(3);

        // When
        clock.forward(Duration.ofSeconds(5));

        // Then
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void shouldOpenTheWayWhenTheTrialSucceeds() {
        // Given
        fail(3);
        clock.forward(Duration.ofSeconds(5));
        assertThat(breaker.admits()).isTrue();

        // When
        breaker.succeeded();

        // Then
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void shouldPauseAgainWhenTheTrialFails() {
        // Given
        fail(3);
        clock.forward(Duration.ofSeconds(5));
        assertThat(breaker.admits()).isTrue();

        // When
        breaker.failed();

        // Then
        clock.forward(Duration.ofMillis(4_999));
        assertThat(breaker.admits()).isFalse();
        clock.forward(Duration.ofMillis(1));
        assertThat(breaker.admits()).isTrue();
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            breaker.failed();
        }
    }
}
