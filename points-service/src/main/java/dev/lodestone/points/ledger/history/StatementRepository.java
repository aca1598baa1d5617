package dev.lodestone.points.ledger.history;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.ledger.account.Asset;
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

    /** The totals of the statement of {@code period} for the page of the postings below {@code before}. */
    Uni<StatementFigures> figures(
            SqlConnection connection, MemberId member, Asset asset, Period period, long before, long through) {
        Tuple asked = Tuple.of(member.value(), asset.name(), before, through);
        if (period.isUnlimited()) {
            return connection.preparedQuery(FIGURES_OF_ALL).execute(asked).map(StatementRepository::figures);
        }
        asked.addValue(Columns.utc(period.from())).addValue(Columns.utc(period.until()));
        return connection.preparedQuery(by(period, FIGURES)).execute(asked).map(StatementRepository::figures);
    }

    /** The lines of {@code period} below number {@code before} and up to {@code through}, newest first, at most {@code limit}. */
    Uni<List<StatementLine>> newestFirst(
            SqlConnection connection,
            MemberId member,
            Asset asset,
            Period period,
            long before,
            long through,
            int limit) {
        return connection
                .preparedQuery(by(period, NEWEST_FIRST))
                .execute(page(member, asset, period, before, through, limit))
                .map(StatementRepository::lines);
    }

    /** The lines of {@code period} after number {@code after} and up to {@code through}, oldest first, at most {@code limit}. */
    Uni<List<StatementLine>> oldestFirst(
            SqlConnection connection,
            MemberId member,
            Asset asset,
            Period period,
            long after,
            long through,
            int limit) {
        return connection
                .preparedQuery(by(period, OLDEST_FIRST))
                .execute(page(member, asset, period, after, through, limit))
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

    private static Tuple page(MemberId member, Asset asset, Period period, long edge, long through, int limit) {
        return Tuple.of(member.value(), asset.name(), edge, through)
                .addValue(Columns.utc(period.from()))
                .addValue(Columns.utc(period.until()))
                .addInteger(limit);
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
