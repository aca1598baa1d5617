package dev.lodestone.gateway.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {
    private static final int CLIENTS_MAX = 4;

    private final SettableTime time = new SettableTime();
    private final LocalBuckets buckets = new LocalBuckets(new RateLimit(3, 2), CLIENTS_MAX, time);

    @Test
    void G06_shouldAllowABurstAndThenTheSteadyRate() {
        // Given
        take("alice", 3);

        // When
        RateDecision fourth = buckets.take("alice", 1);

        // Then
        assertThat(fourth.allowed()).isFalse();
        assertThat(fourth.untilNext()).isEqualTo(Duration.ofMillis(500));
        time.forward(Duration.ofMillis(499));
        assertThat(buckets.take("alice", 1).allowed()).isFalse();
        time.forward(Duration.ofMillis(1));
        assertThat(buckets.take("alice", 1).allowed()).isTrue();
        assertThat(buckets.take("alice", 1).allowed()).isFalse();
    }

    @Test
    void shouldTakeAsManyTokensAsARequestCosts() {
        // Given
        assertThat(buckets.take("alice", 2).allowed()).isTrue();

        // When
        RateDecision second = buckets.take("alice", 2);

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
        time.forward(Duration.ofDays(1));

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
        time.forward(Duration.ofMinutes(1));

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
    void shouldGiveBackWhatWasTakenForARequestThatWasRefusedElsewhere() {
        // Given
        take("alice", 3);

        // When
        buckets.giveBack("alice", 1);

        // Then
        assertThat(buckets.take("alice", 1).allowed()).isTrue();
        assertThat(buckets.take("alice", 1).allowed()).isFalse();
    }

    @Test
    void shouldNeverHoldMoreThanTheBurstWhenSomethingIsGivenBack() {
        // When
        buckets.giveBack("alice", 3);

        // Then
        take("alice", 3);
        assertThat(buckets.take("alice", 1).allowed()).isFalse();
    }

    private void take(String client, int times) {
        for (int time = 0; time < times; time++) {
            assertThat(buckets.take(client, 1).allowed()).isTrue();
        }
    }

    private static final class SettableTime implements TimeMeter {
        private long nanos;

        void forward(Duration by) {
            nanos += by.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
