package dev.lodestone.tier.jobs;

import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.sql.Batches;
import dev.lodestone.platform.transactions.ClaimLostException;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.tier.jobs.JobRepository.Claimed;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Works on jobs page by page, with a new claim for each page: replicas share the jobs by {@code skip locked}, jobs take turns, and a job whose
 * process died goes on with any replica when its lease has expired. A page that fails is tried a bounded number of times, unless its kind is never given up.
 */
@ApplicationScoped
class PageJob {
    private static final Logger LOG = Logger.getLogger(PageJob.class);
    private static final Duration FAIL_PAUSE = Duration.ofMillis(100);
    private static final Duration FAIL_PAUSE_MAX = Duration.ofSeconds(2);
    private static final int FAIL_RETRIES_MAX = 5;
    private static final Duration NOT_READY_PAUSE = Duration.ofMillis(500);

    private final Map<String, JobPageService> byKind;
    private final List<String> neverGivenUp;
    private final Transactions transactions;
    private final JobRepository jobs;
    private final JobsConfig config;
    private final Alarms alarms;
    private final Clock clock;

    PageJob(
            @All List<JobPageService> kinds,
            Transactions transactions,
            JobRepository jobs,
            JobsConfig config,
            Alarms alarms,
            Clock clock) {
        this.byKind = kinds.stream().collect(Collectors.toMap(JobPageService::kind, Function.identity()));
        this.neverGivenUp = kinds.stream()
                .filter(JobPageService::neverGivesUp)
                .map(JobPageService::kind)
                .toList();
        this.transactions = transactions;
        this.jobs = jobs;
        this.config = config;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Works on page after page until no job waits. */
    @Scheduled(every = "${lodestone.tier.jobs.interval:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> workAll() {
        return Batches.whileMore(this::workNext);
    }

    /** Works on one page; false if no job waits. */
    Uni<Boolean> workNext() {
        return transactions
                .run(tx -> jobs.giveUp(tx, clock.instant(), config.attemptsMax(), neverGivenUp))
                .invoke(this::alarm)
                .chain(() -> transactions.run(this::claim))
                .invoke(claimed -> claimed.filter(this::diedTooOften)
                        .ifPresent(job -> alarm(List.of(job.job().id()))))
                .chain(claimed -> claimed.map(job -> work(job).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Optional<Claimed>> claim(SqlConnection tx) {
        Instant now = clock.instant();
        return jobs.claim(
                tx,
                Ids.next(),
                now,
                now.plus(config.lease()),
                config.attemptsMax(),
                List.copyOf(byKind.keySet()),
                neverGivenUp);
    }

    /** Its page is tried more often than others are, and the processes that worked on it reported nothing. */
    private boolean diedTooOften(Claimed claimed) {
        return claimed.attempt() > config.attemptsMax() && claimed.job().failure() == null;
    }

    private Uni<Void> work(Claimed claimed) {
        JobPageService pages = Objects.requireNonNull(byKind.get(claimed.job().kind()), "the kind of a claimed job");
        return Uni.createFrom()
                .deferred(() -> pages.page(claimed.job()))
                .chain(page -> commit(claimed, page))
                .onFailure(ClaimLostException.class)
                .recoverWithUni(lost -> {
                    LOG.infof(
                            "a page of a job is rolled back: job=%s reason=claim lost",
                            claimed.job().id());
                    return Uni.createFrom().voidItem();
                })
                .onFailure(PageNotReadyException.class)
                .recoverWithUni(notReady -> putOff(claimed, notReady))
                .onFailure()
                .recoverWithUni(failure -> fail(claimed, failure));
    }

    private Uni<Void> commit(Claimed claimed, JobPageService.Page page) {
        return transactions.run(tx -> jobs.advance(tx, claimed, page, clock.instant())
                .invoke(held -> {
                    if (!held) {
                        throw new ClaimLostException(claimed.job().id());
                    }
                })
                .chain(() -> page.effect().apply(tx)));
    }

    private Uni<Void> putOff(Claimed claimed, Throwable notReady) {
        LOG.debugf("a page of a job waits: job=%s why=%s", claimed.job().id(), notReady.getMessage());
        Instant now = clock.instant();
        return transactions.run(tx -> jobs.putOff(tx, claimed, now.plus(NOT_READY_PAUSE), now));
    }

    /** If the connection broke during the page, other connections of the pool may be broken too. */
    private Uni<Void> fail(Claimed claimed, Throwable failure) {
        LOG.warnf(
                failure,
                "a page of a job failed: job=%s attempt=%d",
                claimed.job().id(),
                claimed.attempt());
        Instant now = clock.instant();
        Instant retryAt = now.plus(config.pauseAfter(claimed.attempt()));
        boolean tooOften = claimed.attempt() >= config.attemptsMax();
        boolean last = tooOften && !neverGivenUp.contains(claimed.job().kind());
        return transactions
                .run(tx -> jobs.fail(tx, claimed, last, reason(failure), retryAt, now))
                .onFailure()
                .retry()
                .withBackOff(FAIL_PAUSE, FAIL_PAUSE_MAX)
                .atMost(FAIL_RETRIES_MAX)
                .invoke(state -> state.filter(stored -> tooOften)
                        .ifPresent(stored -> alarm(List.of(claimed.job().id()))))
                .replaceWithVoid();
    }

    private void alarm(List<UUID> failed) {
        failed.forEach(job -> alarms.raise("job-failed", "job=" + job));
    }

    /** Leaves out messages: they may contain personal data. */
    private static String reason(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        return "a page failed: " + (failure instanceof PgException refused ? kind + " " + refused.getSqlState() : kind);
    }
}
