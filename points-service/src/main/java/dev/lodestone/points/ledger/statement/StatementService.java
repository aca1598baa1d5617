package dev.lodestone.points.ledger.statement;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.account.Asset;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Statements, by page and whole. */
@ApplicationScoped
class StatementService {
    /** Lines in memory at a time for each export: some hundred kilobytes. */
    private static final int EXPORT_PAGE_SIZE = 500;

    private static final StatementCursor START = StatementCursor.parse(null);

    /** How far an export is. */
    private static final class Position {
        private long after;
    }

    private final Transactions transactions;
    private final StatementRepository statements;

    StatementService(Transactions transactions, StatementRepository statements) {
        this.transactions = transactions;
        this.statements = statements;
    }

    /** A page; the figures are read first, since they say up to which posting the page may go. */
    Uni<StatementView> page(MemberId member, Asset asset, Period period, StatementCursor cursor, int limit) {
        return transactions.read(connection -> statements
                .figures(connection, member, asset, period, cursor)
                .chain(figures -> statements
                        .newestFirst(
                                connection,
                                member,
                                asset,
                                period,
                                new StatementCursor(cursor.before(), figures.through()),
                                limit + 1)
                        .map(lines -> StatementView.of(period, figures, lines, limit))));
    }

    /**
     * All lines of {@code period} as CSV, oldest first, up to the posting that is the latest now; for operators with the actors.
     *
     * <p>Page after page is read when the one before it has been sent, each with a connection of its own that goes back at once. Postings
     * never change, so the pages agree without a transaction around them; one that stayed open as long as its client likes to read would
     * keep a connection from those who earn and spend, and the database from tidying up.
     */
    Multi<String> export(MemberId member, Asset asset, Period period, boolean forOperators) {
        Multi<String> rows = transactions
                .read(connection -> statements.figures(connection, member, asset, Period.UNLIMITED, START))
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
        return transactions
                .read(connection -> statements.oldestFirst(
                        connection, member, asset, period, position.after, through, EXPORT_PAGE_SIZE))
                .invoke(lines -> position.after =
                        lines.isEmpty() ? through : lines.getLast().accountVersion());
    }
}
