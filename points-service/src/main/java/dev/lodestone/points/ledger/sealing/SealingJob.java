package dev.lodestone.points.ledger.sealing;

import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.sql.Batches;
import dev.lodestone.points.ledger.blocks.SealLag;
import dev.lodestone.points.ledger.blocks.SealingService;
import dev.lodestone.points.ledger.checks.TrustedKeys;
import dev.lodestone.points.ledger.checks.VerificationConfig;
import dev.lodestone.points.ledger.sealingkeys.SealingConfig;
import dev.lodestone.points.ledger.sealingkeys.SealingKeyProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Seals finished rows, batch after batch until one is not full. Only one replica seals at a time. No replica seals while the heads kept
 * outside name blocks that the database does not have.
 */
@ApplicationScoped
class SealingJob {
    private final SealingKeyProvider holder;
    private final SealGuardService guard;
    private final SealingService sealing;
    private final SealingState state;
    private final SealingConfig config;
    private final VerificationConfig pinned;
    private final Alarms alarms;
    private final Clock clock;
    private volatile boolean topicsCompared;

    SealingJob(
            SealingKeyProvider holder,
            SealGuardService guard,
            SealingService sealing,
            SealingState state,
            SealingConfig config,
            VerificationConfig pinned,
            Alarms alarms,
            MeterRegistry meters,
            Clock clock) {
        this.holder = holder;
        this.guard = guard;
        this.sealing = sealing;
        this.state = state;
        this.config = config;
        this.pinned = pinned;
        this.alarms = alarms;
        this.clock = clock;
        meters.gauge("lodestone.sealing.unsealed", state, now -> now.lag().postings());
        meters.gauge(
                "lodestone.sealing.lag.seconds",
                state,
                now -> now.waitingTime(clock.instant()).toMillis() / 1e3);
    }

    @Scheduled(
            every = "${lodestone.points.sealing.interval:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> seal() {
        return Uni.createFrom()
                .item(() -> holder.keys().map(keys -> new TrustedHeads(TrustedKeys.of(pinned), keys)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(this::sealWith)
                .onFailure()
                .invoke(this::failed)
                .onFailure()
                .recoverWithNull()
                .chain(sealing::lag)
                .invoke(this::waiting)
                .replaceWithVoid();
    }

    private void failed(Throwable failure) {
        state.failed(failure);
        alarms.raise("sealing-failed", "nothing is sealed until the cause is fixed; see the trouble of the seal");
    }

    /** A change of a row that waits too long would leave no trace. */
    private void waiting(SealLag lag) {
        state.waiting(lag);
        if (state.waitingTime(clock.instant()).compareTo(config.unsealedMax()) > 0) {
            alarms.raise("sealing-late", "rows wait longer for their seal than " + config.unsealedMax());
        }
    }

    private Uni<Void> sealWith(Optional<TrustedHeads> trusted) {
        if (trusted.isEmpty()) {
            state.withoutKey();
            return Uni.createFrom().voidItem();
        }
        return prepared()
                .chain(() -> guard.divergence(trusted.get(), state.stopped() || !topicsCompared))
                .chain(divergence -> divergence.isPresent() ? stop(divergence.get()) : sealAll(trusted.get()));
    }

    /** Runs once per process. The files or the next verification detect a database that is restored while the process runs. */
    private Uni<Void> prepared() {
        return topicsCompared ? Uni.createFrom().voidItem() : guard.createTopics();
    }

    private Uni<Void> stop(String divergence) {
        if (!state.stopped()) {
            alarms.raise("sealing-stopped", "the heads kept outside and the chain in the database differ");
        }
        state.stopped(divergence);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> sealAll(TrustedHeads trusted) {
        return publishedOnce(trusted)
                .chain(() -> Batches.whileMore(() -> sealing.sealBatch(trusted.own())))
                .chain(guard::keepFiles)
                .invoke(state::working);
    }

    private Uni<Void> publishedOnce(TrustedHeads trusted) {
        return topicsCompared
                ? Uni.createFrom().voidItem()
                : guard.publishHeads(trusted).invoke(() -> topicsCompared = true);
    }
}
