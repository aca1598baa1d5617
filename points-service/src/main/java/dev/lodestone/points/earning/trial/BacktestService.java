package dev.lodestone.points.earning.trial;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.transactions.ClaimLostException;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.earning.events.RecordedEventPage;
import dev.lodestone.points.earning.events.RecordedEventService;
import dev.lodestone.points.earning.ruleset.RuleSetService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs backtests in the background, one at a time in each replica. It reads pages of events in short transactions and evaluates them on
 * worker threads without a connection, so that other work is not blocked; the next page is read meanwhile. An attempt that fails or whose
 * worker stops is started again, up to {@code attempts-max} times; then the backtest is {@code FAILED} with a reason.
 */
@ApplicationScoped
public class BacktestService {
    private static final Logger LOG = Logger.getLogger(BacktestService.class);

    private final Transactions transactions;
    private final BacktestRepository backtests;
    private final RuleSetService rules;
    private final RecordedEventService recordedEvents;
    private final TrialConfig config;
    private final Clock clock;

    BacktestService(
            Transactions transactions,
            BacktestRepository backtests,
            RuleSetService rules,
            RecordedEventService recordedEvents,
            TrialConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.backtests = backtests;
        this.rules = rules;
        this.recordedEvents = recordedEvents;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Requests a backtest for the events of the last {@code days} that are processed by now.
     *
     * @throws ProblemException 404 {@code rule-version-unknown}
     */
    public Uni<BacktestView> request(SqlConnection tx, String code, int version, int days, String operator) {
        Instant now = clock.instant();
        return rules.candidate(tx, code, version)
                .chain(() -> recordedEvents.last(tx))
                .map(last -> new BacktestRepository.Work(
                        Ids.next(), code, version, now.minus(Duration.ofDays(days)), last, 0))
                .call(work -> backtests.create(tx, work, days, operator, now))
                .chain(work -> find(tx, code, version, work.id()));
    }

    /**
     * The current state of a backtest.
     *
     * @throws ProblemException 404 {@code backtest-unknown}
     */
    public Uni<BacktestView> find(SqlConnection connection, String code, int version, UUID id) {
        return backtests
                .find(connection, code, version, id)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        TrialProblems.BACKTEST_UNKNOWN, "Use the id from the answer to the request")));
    }

    /** Runs the next waiting backtest, if there is one; completes when it is finished. */
    Uni<Void> runNext() {
        return transactions
                .run(this::claim)
                .chain(work ->
                        work.map(this::run).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<BacktestRepository.Work>> claim(SqlConnection tx) {
        Instant now = clock.instant();
        return backtests
                .failAbandoned(tx, now, config.attemptsMax())
                .chain(() -> backtests.claim(tx, now, now.plus(config.lease()), config.attemptsMax()));
    }

    private Uni<Void> run(BacktestRepository.Work work) {
        return transactions
                .read(connection -> begin(connection, work))
                .chain(backtest -> evaluateAll(work, backtest))
                .chain(report -> transactions.run(tx -> backtests.finish(tx, work, report, null, clock.instant())))
                .onFailure()
                .recoverWithUni(failure -> fail(work, failure));
    }

    private Uni<Backtest> begin(SqlConnection connection, BacktestRepository.Work work) {
        return rules.candidate(connection, work.code(), work.version())
                .chain(candidate -> rules.published(connection)
                        .map(published -> new Backtest(published, candidate, config.countsMax())));
    }

    private Uni<BacktestReport> evaluateAll(BacktestRepository.Work work, Backtest backtest) {
        AtomicLong after = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> read(work, backtest, after))
                .whilst(page -> !page.events().isEmpty())
                .emitOn(Infrastructure.getDefaultWorkerPool(), 1)
                .invoke(page -> page.events().forEach(event -> backtest.add(event.input(), event.outcomes())))
                .call(page -> advance(work, page.last()))
                .collect()
                .last()
                .map(last -> backtest.report());
    }

    /** Reads the next page. The connection is released before the rows are parsed. */
    private Uni<RecordedEventPage> read(BacktestRepository.Work work, Backtest backtest, AtomicLong after) {
        return transactions
                .read(connection -> recordedEvents.page(
                        connection, backtest.type(), after.get(), work.factsLast(), work.since(), config.pageSize()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(Supplier::get)
                .invoke(page -> after.set(page.last()));
    }

    private Uni<Void> advance(BacktestRepository.Work work, long progress) {
        return transactions
                .run(tx -> backtests.advance(tx, work, progress, clock.instant().plus(config.lease())))
                .invoke(held -> {
                    if (!held) {
                        throw new ClaimLostException(work.id());
                    }
                })
                .replaceWithVoid();
    }

    /** Schedules another attempt after a pause, or marks the backtest as failed. */
    private Uni<Void> fail(BacktestRepository.Work work, Throwable failure) {
        LOG.warnf("an attempt at a backtest failed: attempt=%d error=%s", work.attempt(), failure);
        Instant now = clock.instant();
        return switch (failure) {
            case BacktestTooLargeException tooLarge -> end(work, tooLarge.getMessage(), now);
            case ClaimLostException lost -> Uni.createFrom().voidItem();
            default ->
                work.attempt() < config.attemptsMax()
                        ? transactions
                                .run(tx -> backtests.advance(tx, work, 0, now.plus(config.retryPause())))
                                .replaceWithVoid()
                        : end(work, failure.getClass().getSimpleName(), now);
        };
    }

    private Uni<Void> end(BacktestRepository.Work work, @Nullable String failure, Instant now) {
        return transactions.run(tx -> backtests.finish(tx, work, null, failure, now));
    }
}
