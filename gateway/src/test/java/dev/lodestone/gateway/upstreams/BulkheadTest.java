package dev.lodestone.gateway.upstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final Bulkhead bulkhead = new Bulkhead(vertx, 2, 1);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldPassAPermitOnToWhoWaits() throws Exception {
        // Given
        Bulkhead.Permit first = get(bulkhead.acquire(LONG));
        get(bulkhead.acquire(LONG));
        Future<Bulkhead.Permit> third = bulkhead.acquire(LONG);
        assertThat(third.isComplete()).isFalse();

        // When
        first.release();
        first.release();

        // Then
        get(third);
        assertThat(bulkhead.taken()).isEqualTo(2);
        assertThat(bulkhead.waiting()).isZero();
    }

    @Test
    void shouldRefuseAtOnceWhenTheLineIsFull() throws Exception {
        get(bulkhead.acquire(LONG));
        get(bulkhead.acquire(LONG));
        bulkhead.acquire(LONG);

        Future<Bulkhead.Permit> fourth = bulkhead.acquire(LONG);

        assertThat(fourth.cause()).isInstanceOf(BulkheadFullException.class);
    }

    @Test
    void shouldRefuseWhoHasWaitedTooLongAndForgetIt() throws Exception {
        // Given
        Bulkhead.Permit first = get(bulkhead.acquire(LONG));
        get(bulkhead.acquire(LONG)).release();
        get(bulkhead.acquire(LONG));

        // When
        Future<Bulkhead.Permit> late = bulkhead.acquire(Duration.ofMillis(1));

        // Then
        assertThatThrownBy(() -> get(late)).hasCauseInstanceOf(BulkheadFullException.class);
        first.release();
        assertThat(bulkhead.taken()).isEqualTo(1);
    }

    @Test
    void shouldLoseNoPermitWhenManyComeAndGo() throws Exception {
        Bulkhead wide = new Bulkhead(vertx, 2, 10_000);
        List<Future<?>> done = new ArrayList<>();
        for (int request = 0; request < 2_000; request++) {
            done.add(wide.acquire(LONG).onSuccess(permit -> vertx.runOnContext(later -> permit.release())));
        }

        for (Future<?> one : done) {
            get(one);
        }

        get(wide.acquire(LONG)).release();
        assertThat(wide.waiting()).isZero();
    }

    private static <T> T get(Future<T> future) throws ExecutionException, InterruptedException {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .get();
    }
}
