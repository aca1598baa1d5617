package dev.lodestone.points.verification;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Works through the check that was asked for, batch after batch, until it has ended. */
@ApplicationScoped
class VerificationJob {
    private final VerificationService verification;

    VerificationJob(VerificationService verification) {
        this.verification = verification;
    }

    @Scheduled(
            every = "${lodestone.points.verification.interval:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> check() {
        return Multi.createBy()
                .repeating()
                .uni(verification::checkBatch)
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
