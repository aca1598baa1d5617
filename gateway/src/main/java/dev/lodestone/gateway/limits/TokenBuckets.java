package dev.lodestone.gateway.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One token bucket a client, in this process's memory. A bucket starts full, each request takes as many tokens as it costs, and tokens
 * come back at a steady rate.
 *
 * <p>Memory is bounded: the bucket of a quiet client is removed once it is full again, because a new bucket
 * would be the same. If too many clients are active, the bucket of the client that was quiet longest is removed early.
 */
final class TokenBuckets {
    /** Tokens are counted in thousandths, so that a millisecond's refill is a whole number. */
    private static final long PARTS = 1_000;
    /** Quiet clients removed per request: more than one, so that the map shrinks while it is used. */
    private static final int FORGOTTEN_AT_ONCE = 2;

    private final long burst;
    private final long perSecond;
    private final int clientsMax;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param burst tokens in a full bucket
     * @param perSecond tokens that come back each second
     * @param clientsMax buckets kept at most
     */
    TokenBuckets(long burst, long perSecond, int clientsMax, Clock clock) {
        if (burst < 1 || perSecond < 1 || clientsMax < 1) {
            throw new IllegalArgumentException("burst, perSecond and clientsMax must be at least 1");
        }
        this.burst = burst;
        this.perSecond = perSecond;
        this.clientsMax = clientsMax;
        this.clock = clock;
    }

    /**
     * Takes {@code tokens} out of the bucket of {@code client} if it has enough.
     *
     * @param tokens at least 1; at most a full bucket is charged, so that no request is rejected for ever
     */
    synchronized Decision take(String client, long tokens) {
        long now = clock.millis();
        removeQuietClients(now);
        Bucket bucket = buckets.computeIfAbsent(client, unseen -> new Bucket(burst * PARTS, now));
        bucket.refill(now);
        long cost = Math.clamp(tokens, 1, burst) * PARTS;
        boolean allowed = bucket.parts >= cost;
        if (allowed) {
            bucket.parts -= cost;
        }
        return new Decision(allowed, bucket.parts / PARTS, until(bucket, cost), untilFull(bucket));
    }

    synchronized int size() {
        return buckets.size();
    }

    Duration windowOfFullRefill() {
        return Duration.ofMillis(Math.ceilDiv(burst * PARTS, perSecond));
    }

    private void removeQuietClients(long now) {
        long fullAfter = windowOfFullRefill().toMillis();
        Iterator<Bucket> leastRecentFirst = buckets.values().iterator();
        for (int seen = 0; seen < FORGOTTEN_AT_ONCE && leastRecentFirst.hasNext(); seen++) {
            Bucket bucket = leastRecentFirst.next();
            if (buckets.size() >= clientsMax || now - bucket.refilledAt >= fullAfter) {
                leastRecentFirst.remove();
            }
        }
    }

    private Duration until(Bucket bucket, long parts) {
        return Duration.ofMillis(Math.ceilDiv(Math.max(0, parts - bucket.parts), perSecond));
    }

    private Duration untilFull(Bucket bucket) {
        return Duration.ofMillis(Math.ceilDiv(burst * PARTS - bucket.parts, perSecond));
    }

    /**
     * @param remaining whole tokens left
     * @param untilNext time until the bucket has the requested tokens; zero if it has them
     * @param untilFull time until the bucket is full again
     */
    record Decision(boolean allowed, long remaining, Duration untilNext, Duration untilFull) {}

    private final class Bucket {
        private long parts;
        private long refilledAt;

        Bucket(long parts, long refilledAt) {
            this.parts = parts;
            this.refilledAt = refilledAt;
        }

        void refill(long now) {
            // If the clock is set back, nothing is added or removed.
            long elapsed = Math.clamp(now - refilledAt, 0, windowOfFullRefill().toMillis());
            parts = Math.min(burst * PARTS, parts + elapsed * perSecond);
            refilledAt = now;
        }
    }
}
