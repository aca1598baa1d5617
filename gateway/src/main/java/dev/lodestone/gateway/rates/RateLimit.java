package dev.lodestone.gateway.rates;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * How often one client may ask: a bucket that starts full and refills at a steady rate.
 *
 * @param burst tokens in a full bucket
 * @param perSecond tokens that come back each second
 */
record RateLimit(long burst, long perSecond) {
    RateLimit {
        if (burst < 1 || perSecond < 1) {
            throw new IllegalArgumentException("burst and perSecond must be at least 1");
        }
    }

    /** What a request is charged: at most a full bucket, so that none is refused for ever. */
    long charged(long cost) {
        return Math.clamp(cost, 1, burst);
    }

    /** How long an empty bucket takes to become full. */
    Duration windowOfFullRefill() {
        return Duration.ofMillis(Math.ceilDiv(burst * 1_000, perSecond));
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(perSecond, Duration.ofSeconds(1))
                .build();
    }
}
