package dev.lodestone.points.ledger.verification;

import dev.lodestone.platform.sql.Batches;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs the requested verification page after page until it ends, and requests one by schedule. */
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
        return Batches.whileMore(verification::checkPage);
    }

    /** Starts one minute after the process, when the first blocks are sealed. */
    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> request() {
        return verification.requestByInterval();
    }
}
