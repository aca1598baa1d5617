package dev.lodestone.gateway.rates;

import dev.lodestone.platform.alarm.Alarms;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Asks the buckets of all replicas, and does without them while they do not answer: each replica then limits by itself. A request never
 * fails and never waits for long because of Redis.
 */
final class SharedRate {
    /** Requests in a row that Redis leaves without an answer before it is left alone. */
    private static final int FAILURES_MAX = 3;
    /** Takes of one client that wait for each other. */
    private static final int WAITING_MAX = 256;

    private final LocalBuckets local;
    private final SharedBuckets shared;
    private final SharedRefusals refusals;
    private final Turns turns = new Turns(WAITING_MAX);
    private final long patienceNanos;
    private final Alarms alarms;
    private final TypedGuard<CompletionStage<RateDecision>> guard;
    private volatile boolean away;

    SharedRate(
            LocalBuckets local,
            SharedBuckets shared,
            SharedRefusals refusals,
            RatesConfig.Redis config,
            Alarms alarms) {
        this.local = local;
        this.shared = shared;
        this.refusals = refusals;
        this.patienceNanos = config.patience().toNanos();
        this.alarms = alarms;
        this.guard = TypedGuard.create(new TypeLiteral<CompletionStage<RateDecision>>() {})
                .withDescription("shared limits")
                .withCircuitBreaker()
                .requestVolumeThreshold(FAILURES_MAX)
                .failureRatio(1)
                .delay(config.pause().toMillis(), ChronoUnit.MILLIS)
                // Other replicas were faster each time; Redis has answered.
                .skipOn(BucketExecutionException.class)
                .onStateChange(this::changed)
                .done()
                .withTimeout()
                .duration(config.patience().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /**
     * The decision of all replicas, or this replica's own if Redis does not answer. The local bucket is charged too: it never has fewer
     * tokens than the shared one, so what it refuses need not be asked, and it is up to date when Redis fails.
     *
     * @param later runs a take that has waited for another of the same client
     */
    CompletionStage<RateDecision> take(String client, long cost, RateDecision own, Executor later) {
        CompletableFuture<RateDecision> decided = new CompletableFuture<>();
        CompletableFuture<Void> turn = new CompletableFuture<>();
        long since = System.nanoTime();
        if (!turns.begin(client, () -> turn.complete(null))) {
            return CompletableFuture.completedFuture(own);
        }
        CompletableFuture<Void> begun = turn.isDone() ? turn : turn.thenRunAsync(() -> {}, later);
        begun.thenCompose(now -> System.nanoTime() - since < patienceNanos
                        ? ask(client, cost)
                        : CompletableFuture.completedFuture(own))
                .exceptionally(failure -> own)
                .whenComplete((decision, never) -> {
                    decided.complete(decision);
                    turns.pass(client);
                });
        return decided;
    }

    boolean isAway() {
        return away;
    }

    private CompletionStage<RateDecision> ask(String client, long cost) {
        RateDecision refusal = refusals.find(client, cost);
        if (refusal != null) {
            local.giveBack(client, cost);
            return CompletableFuture.completedFuture(refusal);
        }
        return guard.get(() -> shared.take(client, cost)).thenApply(decision -> settled(client, cost, decision));
    }

    private RateDecision settled(String client, long cost, RateDecision decision) {
        if (!decision.allowed()) {
            local.giveBack(client, cost);
            refusals.keep(client, cost, decision);
        }
        return decision;
    }

    private void changed(CircuitBreakerState state) {
        away = state != CircuitBreakerState.CLOSED;
        if (state == CircuitBreakerState.OPEN) {
            alarms.raise("shared-limits-away", "each replica limits by itself until Redis answers");
        }
    }
}
