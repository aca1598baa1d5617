package dev.lodestone.points.ledger.liability;

import dev.lodestone.platform.retention.Retained;
import dev.lodestone.platform.retention.RetainedTables;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.history.LedgerHistoryService;
import dev.lodestone.points.ledger.history.LedgerHistoryService.ProgramTotals;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the totals of each day, for the course of issuance and liability over time. They are read from the totals that each posting keeps, so
 * it costs the same however large the book is.
 */
@ApplicationScoped
class LiabilityDayService implements RetainedTables {
    private final Transactions transactions;
    private final LedgerHistoryService history;
    private final LiabilityDayRepository days;
    private final LiabilityConfig config;
    private final Clock clock;

    LiabilityDayService(
            Transactions transactions,
            LedgerHistoryService history,
            LiabilityDayRepository days,
            LiabilityConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.history = history;
        this.days = days;
        this.config = config;
        this.clock = clock;
    }

    /** Writes the figures of today, over those that were taken earlier today. */
    @Scheduled(
            every = "${lodestone.points.liability.day-interval:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keepToday() {
        return transactions.run(tx -> today(tx).chain(figures -> days.keep(tx, figures)));
    }

    /** The days of {@code from} &lt;= day &lt; {@code until} for which there are figures, the earliest first; today as of now. */
    Uni<List<LiabilityDayView>> days(Asset asset, LocalDate from, LocalDate until) {
        return transactions.read(connection -> today(connection)
                .chain(figures -> days.find(connection, asset, from, until)
                        .map(kept -> merged(kept, figures, asset, from, until))));
    }

    private Uni<List<LiabilityDay>> today(SqlConnection connection) {
        return history.programs(connection).map(programs -> {
            Instant now = clock.instant();
            return programs.stream().map(totals -> day(totals, now)).toList();
        });
    }

    private LiabilityDay day(ProgramTotals totals, Instant now) {
        return new LiabilityDay(
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                now,
                totals,
                config.currency(),
                Valuation.of(totals.asset(), config));
    }

    private static List<LiabilityDayView> merged(
            List<LiabilityDay> kept, List<LiabilityDay> today, Asset asset, LocalDate from, LocalDate until) {
        List<LiabilityDay> all = new ArrayList<>(kept);
        today.stream()
                .filter(day -> day.totals().asset() == asset)
                .filter(day -> !day.day().isBefore(from) && day.day().isBefore(until))
                .forEach(day -> {
                    all.removeIf(earlier -> earlier.day().equals(day.day()));
                    all.add(day);
                });
        return all.stream().map(LiabilityDayView::of).toList();
    }

    @Override
    public List<Retained> retained() {
        return List.of(new Retained("liability_day", "taken_at < $1", config.daysKeptFor()));
    }
}
