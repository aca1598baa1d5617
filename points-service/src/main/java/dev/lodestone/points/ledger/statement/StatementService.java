package dev.lodestone.points.ledger.statement;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.history.LedgerHistoryService;
import dev.lodestone.points.ledger.history.Period;
import dev.lodestone.points.ledger.history.StatementLine;
import dev.lodestone.points.ledger.history.StatementRange;
import dev.lodestone.points.ledger.history.StatementRange.Order;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads statements page by page or as a whole. */
@ApplicationScoped
class StatementService {
    /** The lines in memory at a time for each export: a few hundred kilobytes. */
    private static final int EXPORT_PAGE_SIZE = 500;

    private static final StatementCursor START = StatementCursor.parse(null);

    /** The progress of an export. */
    private static final class Position {
        private long after;
    }

    private final Transactions transactions;
    private final LedgerHistoryService history;

    StatementService(Transactions transactions, LedgerHistoryService history) {
        this.transactions = transactions;
        this.history = history;
    }

    /** Reads a page. The figures come first, since they limit the postings of the page. */
    Uni<StatementView> page(MemberId member, Asset asset, Period period, StatementCursor cursor, int limit) {
        StatementRange range = new StatementRange(member, asset, period, cursor.before(), cursor.through());
        return transactions.read(connection -> history.figures(connection, range)
                .chain(figures -> history.lines(
                                connection, range.through(figures.through()), Order.NEWEST_FIRST, limit + 1)
                        .map(lines -> StatementView.of(period, figures, lines, limit))));
    }

    /**
     * All lines of {@code period} as CSV, oldest first, up to the latest posting at the time of the call; for operators with the actors.
     *
     * <p>It reads the next page when the previous one has been sent, each with its own short connection. Postings never change, so the
     * pages agree without a common transaction. A transaction that stayed open while a slow client reads would hold a connection that
     * earning and spending need, and would block the vacuum of the database.
     */
    Multi<String> export(MemberId member, Asset asset, Period period, boolean forOperators) {
        StatementRange all = new StatementRange(member, asset, Period.UNLIMITED, START.before(), START.through());
        Multi<String> rows = transactions
                .read(connection -> history.figures(connection, all))
                .onItem()
                .transformToMulti(figures -> pages(member, asset, period, figures.through()))
                .map(forOperators ? StatementCsv::rowsForOperators : StatementCsv::rows);
        String header = forOperators ? StatementCsv.HEADER_FOR_OPERATORS : StatementCsv.HEADER;
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(header), rows);
    }

    private Multi<List<StatementLine>> pages(MemberId member, Asset asset, Period period, long through) {
        return Multi.createBy()
                .repeating()
                .uni(Position::new, position -> next(member, asset, period, position, through))
                .until(List::isEmpty);
    }

    private Uni<List<StatementLine>> next(
            MemberId member, Asset asset, Period period, Position position, long through) {
        StatementRange range = new StatementRange(member, asset, period, position.after, through);
        return transactions
                .read(connection -> history.lines(connection, range, Order.OLDEST_FIRST, EXPORT_PAGE_SIZE))
                .invoke(lines -> position.after =
                        lines.isEmpty() ? through : lines.getLast().accountVersion());
    }
}
