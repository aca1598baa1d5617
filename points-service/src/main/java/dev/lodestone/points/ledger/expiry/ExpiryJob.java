package dev.lodestone.points.ledger.expiry;

import dev.lodestone.platform.sql.Batches;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Books due items and publishes notices, batch after batch until one is empty. The next run continues an interrupted one; replicas share
 * the work.
 */
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
    Uni<Void> notifyExpiring() {
        return untilNothing(expiry::notifyExpiring);
    }

    private static Uni<Void> untilNothing(Supplier<Uni<Integer>> batch) {
        return Batches.whileMore(() -> batch.get().map(done -> done > 0));
    }
}
