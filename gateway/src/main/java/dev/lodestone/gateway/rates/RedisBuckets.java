package dev.lodestone.gateway.rates;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.redis.consts.LuaScripts;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Bucket4j's states of buckets in Redis, read and written by the client of the framework, without blocking. A state expires there soon after
 * its bucket is full. The library's own modules bring other clients with them, which would be a second one beside the framework's.
 */
final class RedisBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {
    /** Kept for a while longer, since a client that has asked will ask again. */
    private static final ExpirationAfterWriteStrategy EXPIRATION =
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10));
    /** Replicas that write one bucket at the same moment repeat; more than this many times means that something is wrong. */
    private static final int ATTEMPTS_MAX = 20;

    private final Redis redis;

    RedisBuckets(Redis redis) {
        super(ClientSideConfig.getDefault()
                // The one time that replicas have in common.
                .withClientClock(TimeMeter.SYSTEM_MILLISECONDS)
                .withExpirationAfterWriteStrategy(EXPIRATION)
                .withMaxRetries(ATTEMPTS_MAX));
        this.redis = redis;
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
        return new AsyncCompareAndSwapOperation() {
            @Override
            public CompletableFuture<Optional<byte[]>> getStateData(Optional<Long> timeoutNanos) {
                return stage(redis.send(Request.cmd(Command.GET).arg(key))
                        .map(found -> Optional.ofNullable(found).map(Response::toBytes)));
            }

            @Override
            public CompletableFuture<Boolean> compareAndSwap(
                    byte @Nullable [] originalData,
                    byte[] newData,
                    RemoteBucketState newState,
                    Optional<Long> timeoutNanos) {
                long millis = EXPIRATION.calculateTimeToLiveMillis(newState, currentTimeNanos());
                Request script = Request.cmd(Command.EVAL)
                        .arg(originalData == null ? LuaScripts.SCRIPT_SET_NX_PX : LuaScripts.SCRIPT_COMPARE_AND_SWAP_PX)
                        .arg(1)
                        .arg(key);
                if (originalData != null) {
                    script.arg(originalData);
                }
                script.arg(newData).arg(Long.toString(millis).getBytes(StandardCharsets.US_ASCII));
                return stage(redis.send(script).map(swapped -> swapped != null && swapped.toLong() == 1));
            }
        };
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
        return stage(redis.send(Request.cmd(Command.DEL).arg(key)).mapEmpty());
    }

    @Override
    public void removeProxy(String key) {
        throw blocking();
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
        throw blocking();
    }

    @Override
    public boolean isAsyncModeSupported() {
        return true;
    }

    @Override
    public boolean isExpireAfterWriteSupported() {
        return true;
    }

    private static UnsupportedOperationException blocking() {
        return new UnsupportedOperationException("an event loop must not wait for Redis");
    }

    private static <T> CompletableFuture<T> stage(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture();
    }
}
