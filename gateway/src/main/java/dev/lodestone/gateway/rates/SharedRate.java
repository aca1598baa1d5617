package dev.lodestone.gateway.rates;

import dev.lodestone.platform.alarm.Alarms;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;

/**
 * Asks the buckets of all replicas, and does without them while they do not answer: each replica then limits by itself. A request never
 * fails and never waits for long because of Redis.
 */
final class SharedRate {
    /** Requests in a row that Redis leaves without an answer before it is left alone. */
    private static final int FAILURES_MAX = 3;

    private final LocalBuckets local;
    private final SharedBuckets shared;
    private final Alarms alarms;
    private final TypedGuard<CompletionStage<RateDecision>> guard;
    private volatile boolean away;

    SharedRate(LocalBuckets local, SharedBuckets shared, RatesConfig.Redis config, Alarms alarms) {
        this.local = local;
        this.shared = shared;
        this.alarms = alarms;
        this.guard = TypedGuard.create(new TypeLiteral<CompletionStage<RateDecision>>() {})
                .withDescription("shared limits")
                .withCircuitBreaker()
                .requestVolumeThreshold(FAILURES_MAX)
                .failureRatio(1)
                .delay(config.pause().toMillis(), ChronoUnit.MILLIS)
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
     */
    CompletionStage<RateDecision> take(String client, long cost, RateDecision own) {
        return guard.get(() -> shared.take(client, cost))
                .thenApply(decision -> settled(client, cost, decision))
                .exceptionally(failure -> own);
    }

    boolean isAway() {
        return away;
    }

    private RateDecision settled(String client, long cost, RateDecision decision) {
        if (!decision.allowed()) {
            local.giveBack(client, cost);
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
