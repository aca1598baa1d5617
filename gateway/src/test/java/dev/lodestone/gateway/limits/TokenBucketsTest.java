package dev.lodestone.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertFalse(fourth.allowed());
        assertEquals(Duration.ofMillis(500), fourth.untilNext());
        clock.forward(Duration.ofMillis(499));
        assertFalse(buckets.take("alice", 1).allowed());
        clock.forward(Duration.ofMillis(1));
        assertTrue(buckets.take("alice", 1).allowed());
        assertFalse(buckets.take("alice", 1).allowed());
    }

    @Test
    void shouldTakeAsManyTokensAsARequestCosts() {
        // Given
        assertTrue(buckets.take("alice", 2).allowed());

        // When
        TokenBuckets.Decision second = buckets.take("alice", 2);

        // Then
        assertFalse(second.allowed());
        assertEquals(1, second.remaining());
        assertEquals(Duration.ofMillis(500), second.untilNext());
        assertTrue(buckets.take("alice", 1).allowed());
    }

    @Test
    void shouldLetARequestThatCostsMoreThanTheBurstThroughWhenTheBucketIsFull() {
        assertTrue(buckets.take("alice", 1_000).allowed());
        assertFalse(buckets.take("alice", 1).allowed());
    }

    @Test
    void shouldNotLetOneClientUseAnothersTokens() {
        // Given
        take("alice", 3);

        // When
        boolean allowed = buckets.take("bob", 1).allowed();

        // Then
        assertTrue(allowed);
    }

    @Test
    void shouldNeverHoldMoreThanTheBurst() {
        // Given
        take("alice", 1);
        clock.forward(Duration.ofDays(1));

        // When
        take("alice", 3);

        // Then
        assertFalse(buckets.take("alice", 1).allowed());
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
        assertEquals(1, buckets.size());
    }

    @Test
    void shouldKeepABoundedNumberOfClients() {
        // When
        for (int client = 0; client < 1_000; client++) {
            buckets.take("client-" + client, 1);
        }

        // Then
        assertTrue(buckets.size() <= 4, () -> "kept " + buckets.size());
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
        assertFalse(buckets.take("alice", 1).allowed());
    }

    @Test
    void shouldGiveNothingWhenTheClockIsSetBack() {
        // Given
        take("alice", 3);
        clock.forward(Duration.ofHours(-1));

        // When
        TokenBuckets.Decision decision = buckets.take("alice", 1);

        // Then
        assertFalse(decision.allowed());
        clock.forward(Duration.ofMillis(500));
        assertTrue(buckets.take("alice", 1).allowed());
    }

    private void take(String client, int times) {
        for (int time = 0; time < times; time++) {
            assertTrue(buckets.take(client, 1).allowed());
        }
    }
}
