package dev.lodestone.points.earning.trial;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs waiting backtests. */
@ApplicationScoped
class BacktestJob {
    private final BacktestService backtests;

    BacktestJob(BacktestService backtests) {
        this.backtests = backtests;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> runNext() {
        return backtests.runNext();
    }
}
