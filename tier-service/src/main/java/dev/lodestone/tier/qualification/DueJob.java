package dev.lodestone.tier.qualification;

import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.sql.Batches;
import dev.lodestone.platform.transactions.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Decides levels when their time comes: a window or a grace ends, a version of the tier set comes into force. Replicas share the members by
 * {@code skip locked}. If a batch fails, its members are decided one by one; one that fails alone is tried again after a pause.
 */
@ApplicationScoped
class DueJob {
    private static final Logger LOG = Logger.getLogger(DueJob.class);

    private final Transactions transactions;
    private final QualificationService qualification;
    private final MemberTierRepository tiers;
    private final Alarms alarms;
    private final DueConfig config;
    private final Clock clock;

    DueJob(
            Transactions transactions,
            QualificationService qualification,
            MemberTierRepository tiers,
            Alarms alarms,
            DueConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.qualification = qualification;
        this.tiers = tiers;
        this.alarms = alarms;
        this.config = config;
        this.clock = clock;
    }

    /** Decides batch after batch until nothing is due. */
    @Scheduled(every = "${lodestone.tier.due.interval:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> settleAll() {
        return Batches.whileMore(() -> settle(config.batchSize()).map(settled -> settled == config.batchSize()))
                .onFailure()
                .recoverWithUni(failure -> settleOneByOne());
    }

    private Uni<Void> settleOneByOne() {
        return Batches.whileMore(
                () -> settle(1).onFailure().recoverWithUni(this::postpone).map(settled -> settled == 1));
    }

    private Uni<Integer> settle(int limit) {
        return transactions.run(tx -> qualification.settleDue(tx, limit));
    }

    /** While the database is away this fails too, and the next tick tries again: then it is no failure of a member. */
    private Uni<Integer> postpone(Throwable failure) {
        Instant now = clock.instant();
        return transactions
                .run(tx -> tiers.postponeFirst(tx, now, now.plus(config.retryPause())))
                .invoke(() -> report(failure));
    }

    private void report(Throwable failure) {
        LOG.error("the level of a member cannot be decided; it is tried again later", failure);
        alarms.raise("level-not-decided", "pause=" + config.retryPause());
    }
}
