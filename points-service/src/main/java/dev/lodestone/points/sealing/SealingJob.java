package dev.lodestone.points.sealing;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Seals what is finished, batch after batch until one is not full. Of several replicas one seals at a time. */
@ApplicationScoped
class SealingJob {
    private final KeyHolder holder;
    private final SealingService sealing;
    private final SealingState state;

    SealingJob(KeyHolder holder, SealingService sealing, SealingState state) {
        this.holder = holder;
        this.sealing = sealing;
        this.state = state;
    }

    @Scheduled(
            every = "${lodestone.points.sealing.interval:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> seal() {
        return Uni.createFrom()
                .item(holder::keys)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(this::sealWith)
                .onFailure()
                .invoke(state::failed)
                .onFailure()
                .recoverWithNull()
                .chain(sealing::lag)
                .invoke(state::waiting)
                .replaceWithVoid();
    }

    private Uni<Void> sealWith(Optional<KeysAtHand> keys) {
        if (keys.isEmpty()) {
            state.withoutKey();
            return Uni.createFrom().voidItem();
        }
        return Multi.createBy()
                .repeating()
                .uni(() -> sealing.sealBatch(keys.get()))
                .whilst(more -> more)
                .collect()
                .last()
                .invoke(state::working)
                .replaceWithVoid();
    }
}
