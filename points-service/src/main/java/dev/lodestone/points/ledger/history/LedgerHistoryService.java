package dev.lodestone.points.ledger.history;

import dev.lodestone.events.MemberId;
import dev.lodestone.points.ledger.account.Asset;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the ledger booked, one statement for each question. It locks nothing. */
@ApplicationScoped
public class LedgerHistoryService {
    /**
     * What all members together got and gave of an asset since the ledger began, in whole units, as it is booked.
     *
     * @param issued granted by rules and by hand
     * @param clawedBack withdrawn by refunds, cancellations and reversals
     * @param redeemed spent
     * @param returned spent, and put back
     * @param expired expired, less what was reinstated
     */
    public record ProgramTotals(Asset asset, long issued, long clawedBack, long redeemed, long returned, long expired) {
        /** What members have: available, pending and held units. */
        public long outstanding() {
            return Math.subtractExact(issued + returned, clawedBack + redeemed + expired);
        }
    }

    private final PostingRowRepository postings;
    private final StatementRepository statements;
    private final BalanceRepository balances;
    private final LiabilityRepository liabilities;

    LedgerHistoryService(
            PostingRowRepository postings,
            StatementRepository statements,
            BalanceRepository balances,
            LiabilityRepository liabilities) {
        this.postings = postings;
        this.statements = statements;
        this.balances = balances;
        this.liabilities = liabilities;
    }

    /** Posting {@code id} of {@code member}, if it exists. */
    public Uni<Optional<PostingRow>> posting(SqlConnection connection, MemberId member, UUID id) {
        return postings.find(connection, member, id);
    }

    /** The totals of the statement of the range's period, and of its page of the postings below the edge. */
    public Uni<StatementFigures> figures(SqlConnection connection, StatementRange range) {
        return statements.figures(connection, range);
    }

    /** The next lines from the edge of {@code range} on, at most {@code limit}. */
    public Uni<List<StatementLine>> lines(
            SqlConnection connection, StatementRange range, StatementRange.Order order, int limit) {
        return statements.lines(connection, range, order, limit);
    }

    /** The booked balance; empty if an item is due by {@code now} that the expiry job has not booked yet. */
    public Uni<Optional<BalanceView>> balance(SqlConnection connection, MemberId member, Asset asset, Instant now) {
        return balances.now(connection, member, asset, now);
    }

    /**
     * The balance after all postings with business time up to {@code at} and booking time up to {@code bookedBy}. At most one of them is
     * {@code null}, which means no limit.
     */
    public Uni<BalanceView> balanceAsOf(
            SqlConnection connection, MemberId member, Asset asset, @Nullable Instant at, @Nullable Instant bookedBy) {
        return balances.asOf(connection, member, asset, at, bookedBy);
    }

    /** The totals of the whole ledger of one asset. */
    public Uni<LedgerSummaryView> summary(SqlConnection connection, Asset asset) {
        return balances.summary(connection, asset);
    }

    /** The totals of each asset that was ever booked; reads a few rows, however large the book is. */
    public Uni<List<ProgramTotals>> programs(SqlConnection connection) {
        return balances.programs(connection);
    }

    /** Makes the transaction read-only and limits each of its statements to {@code atMost}, to protect the database from long reports. */
    public Uni<Void> limit(SqlConnection tx, Duration atMost) {
        return liabilities.limit(tx, atMost);
    }

    /** All lots of {@code asset} by cohort, in their state at {@code at}. */
    public Uni<List<Cohort>> cohorts(SqlConnection tx, Asset asset, Instant at) {
        return liabilities.cohorts(tx, asset, at);
    }

    /** The units that expired in each month of {@code from} &lt;= time &lt; {@code until}. */
    public Uni<List<ExpiredMonth>> expired(SqlConnection tx, Asset asset, Instant from, Instant until) {
        return liabilities.expired(tx, asset, from, until);
    }
}
