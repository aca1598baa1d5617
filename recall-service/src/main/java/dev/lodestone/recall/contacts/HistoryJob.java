package dev.lodestone.recall.contacts;

import dev.lodestone.platform.sql.Batches;
import dev.lodestone.platform.transactions.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Deletes old changes that no longer decide anything, page after page. */
@ApplicationScoped
class HistoryJob {
    private static final int PAGE = 1_000;

    private final Transactions transactions;
    private final HistoryRepository history;
    private final ContactsConfig config;
    private final Clock clock;

    HistoryJob(Transactions transactions, HistoryRepository history, ContactsConfig config, Clock clock) {
        this.transactions = transactions;
        this.history = history;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "24h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteOld() {
        Instant before = clock.instant().minus(config.historyRetention());
        return Batches.whileFull(PAGE, () -> transactions.run(tx -> history.delete(tx, before, PAGE)))
                .replaceWithVoid();
    }
}
