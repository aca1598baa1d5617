package dev.lodestone.points.trial;

import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.time.Ids;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.facts.FactPage;
import dev.lodestone.points.facts.FactService;
import dev.lodestone.points.rulebook.RuleBookService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Runs backtests in the background, one at a time in each replica. Pages of facts are read in short transactions and evaluated on worker
 * threads, so that events and requests go on beside it; the next page is read meanwhile. One whose worker died begins anew.
 */
@ApplicationScoped
public class BacktestService {
    private static final Logger LOG = Logger.getLogger(BacktestService.class);
    /** Small enough that what a page leaves behind is gone when the next is there. */
    private static final int PAGE = 1_000;

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Transactions transactions;
    private final BacktestRepository backtests;
    private final RuleBookService rules;
    private final FactService facts;
    private final Clock clock;

    BacktestService(
            Transactions transactions,
            BacktestRepository backtests,
            RuleBookService rules,
            FactService facts,
            Clock clock) {
        this.transactions = transactions;
        this.backtests = backtests;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Asks for a backtest on the facts of the last {@code days} that are booked by now.
     *
     * @throws ProblemException 404 {@code rule-version-unknown}
     */
    public Uni<BacktestView> request(SqlConnection tx, String code, int version, int days, String operator) {
        Instant now = clock.instant();
        return rules.candidate(tx, code, version)
                .chain(() -> facts.last(tx))
                .map(last ->
                        new BacktestRepository.Work(Ids.next(), code, version, now.minus(Duration.ofDays(days)), last))
                .call(work -> backtests.create(tx, work, days, operator, now))
                .chain(work -> find(tx, code, version, work.id()));
    }

    /**
     * A backtest of that version as it is now.
     *
     * @throws ProblemException 404 {@code backtest-unknown}
     */
    public Uni<BacktestView> find(SqlConnection connection, String code, int version, UUID id) {
        return backtests
                .find(connection, code, version, id)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        TrialProblems.BACKTEST_UNKNOWN, "Take the id that the backtest was answered with")));
    }

    /** Does the next one that waits, if one does; completes when it is done. */
    Uni<Void> runNext() {
        Instant now = clock.instant();
        return transactions
                .run(tx -> backtests.claim(tx, now, now.plus(LEASE)))
                .chain(work ->
                        work.map(this::run).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> run(BacktestRepository.Work work) {
        return transactions
                .read(connection -> rules.candidate(connection, work.code(), work.version())
                        .chain(candidate ->
                                rules.published(connection).map(published -> new Backtest(published, candidate))))
                .chain(backtest -> tryAll(work, backtest))
                .chain(report -> transactions.run(tx -> backtests.finish(tx, work.id(), report, null, clock.instant())))
                .onFailure()
                .recoverWithUni(failure -> fail(work, failure));
    }

    private Uni<BacktestReport> tryAll(BacktestRepository.Work work, Backtest backtest) {
        AtomicLong after = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> read(work, backtest, after))
                .whilst(page -> !page.facts().isEmpty())
                .emitOn(Infrastructure.getDefaultWorkerPool(), 1)
                .invoke(page -> page.facts().forEach(backtest::take))
                .call(page -> transactions.run(tx -> backtests.advance(
                        tx, work.id(), page.last(), clock.instant().plus(LEASE))))
                .collect()
                .last()
                .map(last -> backtest.report());
    }

    private Uni<FactPage> read(BacktestRepository.Work work, Backtest backtest, AtomicLong after) {
        return transactions
                .read(connection ->
                        facts.page(connection, backtest.type(), after.get(), work.factsLast(), work.since(), PAGE))
                .invoke(page -> after.set(page.last()));
    }

    private Uni<Void> fail(BacktestRepository.Work work, Throwable failure) {
        LOG.warnf("a backtest failed: error=%s", failure);
        return transactions.run(
                tx -> backtests.finish(tx, work.id(), null, failure.getClass().getSimpleName(), clock.instant()));
    }
}
