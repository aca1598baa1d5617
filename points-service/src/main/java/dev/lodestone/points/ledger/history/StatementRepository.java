package dev.lodestone.points.ledger.history;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Reads the postings of an account along the primary key. Without time limits, a page reads only its own lines; with time limits, it reads
 * at most all postings of the member.
 */
@ApplicationScoped
class StatementRepository {
    private static final String CHANGE =
            "case 'AVAILABLE' when to_account then amount when from_account then -amount else 0 end";
    private static final String LINES = """
            select account_version, id, kind, amount, %s as change, available_after, pending_after, held_after, cause_type,
                   order_id, rule_code, rule_version, note, actor, reverses, occurred_at, posted_at
            from posting where member_id = $1 and asset = $2
            """.formatted(CHANGE);
    private static final String NEWEST_FIRST = LINES
            + "and account_version < $3 and account_version <= $4 and {period} order by account_version desc limit $7";
    private static final String OLDEST_FIRST =
            LINES + "and account_version > $3 and account_version <= $4 and {period} order by account_version limit $7";
    private static final String WITHIN =
            "{time} >= coalesce($5::timestamptz, '-infinity') and {time} < coalesce($6::timestamptz, 'infinity')";
    private static final String FIGURES = """
            select coalesce(max(account_version), 0) as through,
                   coalesce(sum(%1$s) filter (where {time} < coalesce($5::timestamptz, '-infinity')), 0)::bigint as opening,
                   coalesce(sum(%1$s) filter (where {time} < coalesce($6::timestamptz, 'infinity')), 0)::bigint as closing,
                   coalesce(sum(%1$s) filter (where {time} < coalesce($5::timestamptz, '-infinity')
                                                 or account_version < $3 and {period}), 0)::bigint as page_closing
            from posting where member_id = $1 and asset = $2 and account_version <= $4
            """.formatted(CHANGE);
    /** Without time limits, the figures are in the postings themselves: each stores the balance after it. */
    private static final String FIGURES_OF_ALL = """
            select through, 0::bigint as opening,
                   coalesce((select available_after from posting
                             where member_id = $1 and asset = $2 and account_version = through), 0) as closing,
                   coalesce((select available_after from posting
                             where member_id = $1 and asset = $2 and account_version = least($3::bigint - 1, through)), 0) as page_closing
            from (select least(coalesce(max(version), 0), $4::bigint) as through from account where member_id = $1 and asset = $2) as booked
            """;

    /** The totals of the statement of the range's period, and of its page of the postings below the edge. */
    Uni<StatementFigures> figures(SqlConnection connection, StatementRange range) {
        if (range.period().isUnlimited()) {
            return connection
                    .preparedQuery(FIGURES_OF_ALL)
                    .execute(postings(range))
                    .map(StatementRepository::figures);
        }
        return connection
                .preparedQuery(by(range.period(), FIGURES))
                .execute(withTimes(range))
                .map(StatementRepository::figures);
    }

    /** The next lines from the edge of {@code range} on, at most {@code limit}. */
    Uni<List<StatementLine>> lines(
            SqlConnection connection, StatementRange range, StatementRange.Order order, int limit) {
        String statement = switch (order) {
            case NEWEST_FIRST -> NEWEST_FIRST;
            case OLDEST_FIRST -> OLDEST_FIRST;
        };
        return connection
                .preparedQuery(by(range.period(), statement))
                .execute(withTimes(range).addInteger(limit))
                .map(StatementRepository::lines);
    }

    private static String by(Period period, String statement) {
        return statement
                .replace("{period}", WITHIN)
                .replace(
                        "{time}",
                        switch (period.by()) {
                            case OCCURRED -> "occurred_at";
                            case BOOKED -> "posted_at";
                        });
    }

    private static Tuple postings(StatementRange range) {
        return Tuple.of(range.member().value(), range.asset().name(), range.edge(), range.through());
    }

    private static Tuple withTimes(StatementRange range) {
        return postings(range)
                .addValue(Columns.utc(range.period().from()))
                .addValue(Columns.utc(range.period().until()));
    }

    private static StatementFigures figures(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return new StatementFigures(
                row.getLong("through"), row.getLong("opening"), row.getLong("closing"), row.getLong("page_closing"));
    }

    private static List<StatementLine> lines(RowSet<Row> rows) {
        return rows.stream().map(StatementRepository::line).toList();
    }

    private static StatementLine line(Row row) {
        return new StatementLine(
                row.getLong("account_version"),
                row.getUUID("id"),
                PostingKind.valueOf(row.getString("kind")),
                row.getLong("amount"),
                row.getLong("change"),
                row.getLong("available_after"),
                row.getLong("pending_after"),
                row.getLong("held_after"),
                row.getString("cause_type"),
                row.getString("order_id"),
                row.getString("rule_code"),
                row.getInteger("rule_version"),
                row.getString("note"),
                row.getString("actor"),
                row.getUUID("reverses"),
                Rows.instant(row, "occurred_at"),
                Rows.instant(row, "posted_at"));
    }
}
