package dev.lodestone.gateway.upstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.gateway.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class ServiceBreakerComponentTest {
    private static final int FAILURES_MAX = 3;
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final RuntimeException FAILURE = new IllegalStateException("the service is broken");
    private static final RuntimeException NO_FAULT_OF_IT = new IllegalStateException("the client is gone");

    @Inject
    CircuitBreakerMaintenance states;

    private ServiceBreaker breaker;

    @BeforeEach
    void close() {
        breaker = breaker(NEVER);
    }

    @Test
    void G06_shouldLeaveTheServiceAloneAfterFailuresInARow() {
        // When
        fail(FAILURES_MAX);

        // Then
        assertThat(begin()).isEmpty();
        assertThat(breaker.isClosed()).isFalse();
    }

    @Test
    void shouldForgiveFailuresWithASuccessBetweenThem() {
        // When
        fail(FAILURES_MAX - 1);
        begin().orElseThrow().succeeded();
        fail(FAILURES_MAX - 1);

        // Then
        assertThat(begin()).isPresent();
    }

    @Test
    void G06_shouldLearnNothingFromAnAttemptThatSaysNothingAboutTheService() {
        // When
        fail(FAILURES_MAX - 1);
        for (int attempt = 0; attempt < 2 * FAILURES_MAX; attempt++) {
            begin().orElseThrow().ended(NO_FAULT_OF_IT);
        }

        // Then
        assertThat(breaker.isClosed()).isTrue();
        fail(1);
        assertThat(begin()).isEmpty();
    }

    @Test
    void shouldLetOneRequestTryAfterThePause() {
        // Given
        breaker = breaker(SOON);

        // When
        fail(FAILURES_MAX);

        // Then
        trial();
        assertThat(begin()).isEmpty();
    }

    @Test
    void shouldOpenTheWayWhenTheTrialSucceeds() {
        // Given
        breaker = breaker(SOON);
        fail(FAILURES_MAX);

        // When
        trial().succeeded();

        // Then
        assertThat(begin()).isPresent();
        assertThat(begin()).isPresent();
    }

    @Test
    void shouldPauseAgainWhenTheTrialFails() {
        // Given
        breaker = breaker(SOON);
        fail(FAILURES_MAX);

        // When
        trial().failed(FAILURE);

        // Then
        assertThat(begin()).isEmpty();
        trial().succeeded();
        assertThat(begin()).isPresent();
    }

    @Test
    void shouldTryAgainAfterATrialThatSaysNothingAboutTheService() {
        // Given
        breaker = breaker(SOON);
        fail(FAILURES_MAX);

        // When
        trial().ended(NO_FAULT_OF_IT);

        // Then
        assertThat(begin()).isEmpty();
        trial().succeeded();
        assertThat(begin()).isPresent();
    }

    @Test
    void shouldCountTheFirstEndOfAnAttemptAlone() {
        // When
        for (int attempt = 0; attempt < FAILURES_MAX; attempt++) {
            ServiceBreaker.Attempt one = begin().orElseThrow();
            one.succeeded();
            one.failed(FAILURE);
        }

        // Then
        assertThat(begin()).isPresent();
    }

    private ServiceBreaker.Attempt trial() {
        return await().atMost(Duration.ofSeconds(20))
                .until(this::begin, Optional::isPresent)
                .orElseThrow();
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            begin().orElseThrow().failed(FAILURE);
        }
    }

    private Optional<ServiceBreaker.Attempt> begin() {
        try {
            return Optional.of(
                    breaker.begin().toCompletionStage().toCompletableFuture().join());
        } catch (CompletionException stopped) {
            return Optional.empty();
        }
    }

    private ServiceBreaker breaker(Duration pause) {
        return new ServiceBreaker("test " + UUID.randomUUID(), new Config(FAILURES_MAX, pause), states);
    }

    private record Config(int failuresMax, Duration pause) implements UpstreamConfig.Breaker {}
}
