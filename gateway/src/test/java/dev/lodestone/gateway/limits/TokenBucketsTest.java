package dev.lodestone.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final TokenBuckets buckets = new TokenBuckets(3, 2, 4, clock);

    @Test
    void G06_shouldAllowABurstAndThenTheSteadyRate() {
        // Given
        take("alice", 3);

        // When
        TokenBuckets.Decision fourth = buckets.take("alice", 1);

        // Then
        assertThat(fourth.allowed()).isFalse();
        assertThat(fourth.untilNext()).isEqualTo(Duration.ofMillis(500));
        clock.forward(Duration.ofMillis(499));
        assertThat(buckets.take("alice", 1).allowed()).isFalse();
        clock.forward(Duration.ofMillis(1));
        assertThat(buckets.take("alice", 1).allowed()).isTrue();
        assertThat(buckets.take("alice", 1).allowed()).isFalse();
    }

    @Test
    void shouldTakeAsManyTokensAsARequestCosts() {
        // Given
        assertThat(buckets.take("alice", 2).allowed()).isTrue();

        // When
        TokenBuckets.Decision second = buckets.take("alice", 2);

        // Then
        assertThat(second.allowed()).isFalse();
        assertThat(second.remaining()).isEqualTo(1);
        assertThat(second.untilNext()).isEqualTo(Duration.ofMillis(500));
        assertThat(buckets.take("alice", 1).allowed()).isTrue();
    }

    @Test
    void shouldLetARequestThatCostsMoreThanTheBurstThroughWhenTheBucketIsFull() {
        assertThat(buckets.take("alice", 1_000).allowed()).isTrue();
        assertThat(buckets.take("alice", 1).allowed()).isFalse();
    }

    @Test
    void shouldNotLetOneClientUseAnothersTokens() {
        // Given
        take("alice", 3);

        // When
        boolean allowed = buckets.take("bob", 1).allowed();

        // Then
        assertThat(allowed).isTrue();
    }

    @Test
    void shouldNeverHoldMoreThanTheBurst() {
        // Given
        take("alice", 1);
        clock.forward(Duration.ofDays(1));

        // When
        take("alice", 3);

        // Then
        assertThat(buckets.take("alice", 1).allowed()).isFalse();
    }

    @Test
    void shouldForgetClientsThatHaveBeenQuiet() {
        // Given
        take("alice", 1);
        take("bob", 1);
        clock.forward(Duration.ofMinutes(1));

        // When
        take("carol", 1);

        // Then
        assertThat(buckets.size()).isEqualTo(1);
    }

    @Test
    void shouldKeepABoundedNumberOfClients() {
        // When
        for (int client = 0; client < 1_000; client++) {
            buckets.take("client-" + client, 1);
        }

        // Then
        assertThat(buckets.size()).isLessThanOrEqualTo(4);
    }

    @Test
    void shouldKeepTheBusyClientWhenOthersComeAndGo() {
        // Given
        take("alice", 3);

        // When
        for (int client = 0; client < 100; client++) {
            buckets.take("client-" + client, 1);
            buckets.take("alice", 1);
        }

        // Then
        assertThat(buckets.take("alice", 1).allowed()).isFalse();
    }

    @Test
    void shouldGiveNothingWhenTheClockIsSetBack() {
        // Given
        take("alice", 3);
        clock.forward(Duration.ofHours(-1));

        // When
        TokenBuckets.Decision decision = buckets.take("alice", 1);

        // Then
        assertThat(decision.allowed()).isFalse();
        clock.forward(Duration.ofMillis(500));
        assertThat(buckets.take("alice", 1).allowed()).isTrue();
    }

    private void take(String client, int times) {
        for (int time = 0; time < times; time++) {
            assertThat(buckets.take(client, 1).allowed()).isTrue();
        }
    }
}
