package dev.lodestone.points.ledger.expiry;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Lets time pass: batch after batch until one is empty. A run that is broken off goes on where it was; replicas share the work. */
@ApplicationScoped
class ExpiryJob {
    private final ExpiryService expiry;

    ExpiryJob(ExpiryService expiry) {
        this.expiry = expiry;
    }

    @Scheduled(
            every = "${lodestone.points.expiry.sweep-interval:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> settleDue() {
        return untilNothing(expiry::settleDue);
    }

    @Scheduled(
            every = "${lodestone.points.expiry.notice-interval:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tellExpiring() {
        return untilNothing(expiry::tellExpiring);
    }

    private static Uni<Void> untilNothing(Supplier<Uni<? extends Integer>> batch) {
        return Multi.createBy()
                .repeating()
                .uni(batch)
                .whilst(done -> done > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
