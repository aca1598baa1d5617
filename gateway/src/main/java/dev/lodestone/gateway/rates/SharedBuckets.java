package dev.lodestone.gateway.rates;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.vertx.redis.client.Redis;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One token bucket a client for all replicas, in Redis or Valkey. */
final class SharedBuckets {
    private static final String PREFIX = "lodestone:rate:";

    private final RateLimit limit;
    private final AsyncProxyManager<String> buckets;
    private final CompletableFuture<BucketConfiguration> configuration;

    SharedBuckets(RateLimit limit, Redis redis) {
        this.limit = limit;
        this.configuration = CompletableFuture.completedFuture(
                BucketConfiguration.builder().addLimit(limit.bandwidth()).build());
        this.buckets = new RedisBuckets(redis).asAsync();
    }

    /** Takes what a request of this cost is charged out of the bucket of {@code client}, if it has enough; fails if Redis does. */
    CompletionStage<RateDecision> take(String client, long cost) {
        return buckets.getProxy(key(client), () -> configuration)
                .tryConsumeAndReturnRemaining(limit.charged(cost))
                .thenApply(RateDecision::of);
    }

    /** Of a bounded length, and without the member's id, which is none of Redis' business. */
    private static String key(String client) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(client.getBytes(StandardCharsets.UTF_8));
            return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
