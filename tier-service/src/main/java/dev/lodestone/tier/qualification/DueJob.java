package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.sql.Batches;
import dev.lodestone.platform.transactions.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Decides levels when their time comes: a window or a grace ends, a version of the tier set comes into force. Replicas share the members by
 * {@code skip locked}. If a batch fails, as many members are decided one by one; one that fails alone is tried again after a pause. Then batches go on.
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
        return Batches.whileMore(this::settleBatch);
    }

    private Uni<Boolean> settleBatch() {
        return transactions
                .run(tx -> qualification.settleDue(tx, config.batchSize()))
                .map(settled -> settled == config.batchSize())
                .onFailure()
                .recoverWithUni(failure -> settleOneByOne());
    }

    /** True if any was decided or postponed; if not, others hold all of them, and the next tick goes on. */
    private Uni<Boolean> settleOneByOne() {
        return transactions
                .read(connection -> tiers.due(connection, clock.instant(), config.batchSize()))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::settleAlone)
                        .collect()
                        .with(Collectors.summingInt(settled -> settled)))
                .map(settled -> settled > 0);
    }

    private Uni<Integer> settleAlone(MemberId member) {
        return transactions
                .run(tx -> qualification.settleDue(tx, member))
                .onFailure()
                .recoverWithUni(failure -> postpone(member, failure));
    }

    /** While the database is away this fails too, and the next tick tries again: then it is no failure of a member. */
    private Uni<Integer> postpone(MemberId member, Throwable failure) {
        Instant now = clock.instant();
        return transactions
                .run(tx -> tiers.postpone(tx, member, now, now.plus(config.retryPause())))
                .invoke(postponed -> {
                    if (postponed > 0) {
                        report(failure);
                    }
                });
    }

    private void report(Throwable failure) {
        LOG.error("the level of a member cannot be decided; it is tried again later", failure);
        alarms.raise("level-not-decided", "pause=" + config.retryPause());
    }
}
