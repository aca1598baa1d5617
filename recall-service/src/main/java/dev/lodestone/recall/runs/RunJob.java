package dev.lodestone.recall.runs;

import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.sql.Batches;
import dev.lodestone.platform.transactions.ClaimLostException;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.recall.campaigns.CampaignService;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Processes runs page by page, with a new claim for each page: replicas share the runs by {@code skip locked}, runs of several campaigns take
 * turns, and a run whose process died continues on any replica when its lease has expired. A failed page is retried a bounded number of times.
 */
@ApplicationScoped
class RunJob {
    private static final Logger LOG = Logger.getLogger(RunJob.class);
    private static final String ALARM = "campaign-run-failed";
    private static final Duration FAIL_PAUSE = Duration.ofMillis(100);
    private static final Duration FAIL_PAUSE_MAX = Duration.ofSeconds(2);
    private static final int FAIL_RETRIES_MAX = 5;

    private final Transactions transactions;
    private final RunRepository runs;
    private final RunPageService pages;
    private final CampaignService campaigns;
    private final RunsConfig config;
    private final Alarms alarms;
    private final Clock clock;

    RunJob(
            Transactions transactions,
            RunRepository runs,
            RunPageService pages,
            CampaignService campaigns,
            RunsConfig config,
            Alarms alarms,
            Clock clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.pages = pages;
        this.campaigns = campaigns;
        this.config = config;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Processes page after page until no run waits. */
    @Scheduled(every = "${lodestone.runs.interval:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> workAll() {
        return Batches.whileMore(this::workNext);
    }

    private Uni<Boolean> workNext() {
        return transactions
                .run(this::giveUp)
                .invoke(this::alarm)
                .chain(() -> transactions.run(this::claim))
                .chain(claimed -> claimed.map(run -> work(run).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<List<UUID>> giveUp(SqlConnection tx) {
        return runs.giveUp(tx, clock.instant(), config.attemptsMax());
    }

    private Uni<Optional<ClaimedRun>> claim(SqlConnection tx) {
        Instant now = clock.instant();
        return runs.claim(tx, Ids.next(), now, now.plus(config.lease()), config.attemptsMax());
    }

    private Uni<Void> work(ClaimedRun run) {
        return transactions
                .run(tx -> campaigns.find(tx, run.campaignId()).chain(campaign -> pages.work(tx, run, campaign)))
                .onFailure(ClaimLostException.class)
                .recoverWithUni(lost -> {
                    LOG.infof("a page of a run is rolled back: run=%s reason=claim lost", run.id());
                    return Uni.createFrom().voidItem();
                })
                .onFailure()
                .recoverWithUni(failure -> fail(run, failure));
    }

    /** If the connection broke during the page, other connections of the pool may be broken too. */
    private Uni<Void> fail(ClaimedRun run, Throwable failure) {
        LOG.warnf("a page of a run failed: run=%s attempt=%d error=%s", run.id(), run.attempt(), failure);
        Instant now = clock.instant();
        Instant retryAt = now.plus(config.pauseAfter(run.attempt()));
        return transactions
                .run(tx -> runs.fail(tx, run, config.attemptsMax(), reason(failure), retryAt, now))
                .onFailure()
                .retry()
                .withBackOff(FAIL_PAUSE, FAIL_PAUSE_MAX)
                .atMost(FAIL_RETRIES_MAX)
                .invoke(state -> state.filter(RunState.FAILED::equals).ifPresent(failed -> alarm(List.of(run.id()))))
                .replaceWithVoid();
    }

    private void alarm(List<UUID> failed) {
        failed.forEach(run -> alarms.raise(ALARM, "run=" + run));
    }

    /** Leaves out messages: they may contain personal data. */
    private static String reason(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        return "a page failed: " + (failure instanceof PgException refused ? kind + " " + refused.getSqlState() : kind);
    }
}
