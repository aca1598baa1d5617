package dev.lodestone.gateway.upstreams;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Stops requests to a service after several failures in a row, so that callers get an answer at once and the service can recover. After a
 * pause one trial request is allowed; its outcome decides for the others.
 *
 * <p>The library counts a skipped outcome as a success. Here such an outcome must say nothing: a gateway that is
 * saturated and a client that disconnects know nothing of the service. So the library only sees the verdict of an attempt, and none
 * from such ones; except that a trial without a verdict would block all others for ever, so it counts as failed.
 */
final class ServiceBreaker {
    private final String name;
    private final CircuitBreakerMaintenance states;
    private final TypedGuard<CompletionStage<Void>> guard;

    /** @param name unique in this process */
    ServiceBreaker(String name, UpstreamConfig.Breaker config, CircuitBreakerMaintenance states) {
        this.name = name;
        this.states = states;
        this.guard = TypedGuard.create(new TypeLiteral<CompletionStage<Void>>() {})
                .withDescription(name)
                .withCircuitBreaker()
                .name(name)
                .requestVolumeThreshold(config.failuresMax())
                .failureRatio(1)
                .delay(config.pause().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /**
     * One attempt to use the service, which must come to an end.
     *
     * @return fails if no request is allowed now
     */
    Future<Attempt> begin() {
        Promise<Attempt> begun = Promise.promise();
        Attempt attempt = new Attempt();
        guard.get(() -> {
                    begun.complete(attempt);
                    return attempt.verdict;
                })
                .exceptionally(failure -> {
                    begun.tryFail(failure);
                    return null;
                });
        return begun.future();
    }

    boolean isClosed() {
        return states.currentState(name) == CircuitBreakerState.CLOSED;
    }

    /** Only the first end of an attempt counts. */
    final class Attempt {
        private final CompletableFuture<Void> verdict = new CompletableFuture<>();

        void succeeded() {
            verdict.complete(null);
        }

        void failed(Throwable failure) {
            verdict.completeExceptionally(failure);
        }

        /** The attempt says nothing about the service. */
        void ended(Throwable why) {
            // Only the trial itself can end this state, so this attempt is the trial, or one of before that counts no
            // more.
            if (states.currentState(name) == CircuitBreakerState.HALF_OPEN) {
                verdict.completeExceptionally(why);
            }
        }
    }
}
