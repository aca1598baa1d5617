package dev.lodestone.gateway.rates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * One token bucket a client, in this process's memory.
 *
 * <p>Memory is bounded: the bucket of a quiet client is removed once it is full again, because a new bucket would be the same. If too many
 * clients are active, buckets of those that come seldom are removed early.
 */
final class LocalBuckets {
    private final RateLimit limit;
    /** One for all buckets, which saves a part of their memory. */
    private final Bandwidth bandwidth;

    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /**
     * @param clientsMax buckets kept at most
     * @param time must never go back, or clients would wait until it has caught up
     */
    LocalBuckets(RateLimit limit, int clientsMax, TimeMeter time) {
        if (clientsMax < 1) {
            throw new IllegalArgumentException("clientsMax must be at least 1");
        }
        this.limit = limit;
        this.bandwidth = limit.bandwidth();
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(clientsMax)
                .expireAfterAccess(limit.windowOfFullRefill())
                .ticker(time::currentTimeNanos)
                // Removals are short, and another thread might come too late to keep the bound.
                .executor(Runnable::run)
                .build();
    }

    /** Takes what a request of this cost is charged out of the bucket of {@code client}, if it has enough. */
    RateDecision take(String client, long cost) {
        return RateDecision.of(bucket(client).tryConsumeAndReturnRemaining(limit.charged(cost)));
    }

    /** Gives back what {@link #take} took for a request that was refused elsewhere. */
    void giveBack(String client, long cost) {
        bucket(client).addTokens(limit.charged(cost));
    }

    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(String client) {
        return buckets.get(
                client,
                unseen -> Bucket.builder()
                        .addLimit(bandwidth)
                        .withCustomTimePrecision(time)
                        .build());
    }
}
