package dev.lodestone.points.ledger.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads the brand's accounts at one snapshot, and sums up the postings that this snapshot contains, page by page. */
@ApplicationScoped
class ProgramCheckRepository {
    /** A number in the statement, so that the planner knows it and reads along the key instead of sorting the whole table. */
    private static final int PAGE_SIZE = 20_000;

    private static final String ACCOUNTS = """
            select pg_current_snapshot()::text, coalesce(string_agg(format('%s:%s:%s:%s', program, asset, debits, credits), ','), '')
            from (select program, asset, sum(debits) as debits, sum(credits) as credits from program_account group by 1, 2) as account
            """;
    /** A posting and its share of the brand's accounts have one transaction, so one snapshot has both or neither. */
    private static final String SUMS = """
            with page as materialized (
                select member_id, asset, account_version, from_account, to_account, amount, tx from posting
                where (member_id, asset, account_version) > ($1::uuid, $2::text, $3::bigint)
                order by member_id, asset, account_version limit %d),
            side as (
                select from_account as program, asset, amount as debit, 0 as credit, tx from page
                where from_account in ('ISSUED', 'REDEEMED', 'EXPIRED')
                union all
                select to_account, asset, 0, amount, tx from page where to_account in ('ISSUED', 'REDEEMED', 'EXPIRED')),
            sums as (
                select program, asset, sum(debit) as debits, sum(credit) as credits from side
                where pg_visible_in_snapshot(tx, $4::text::pg_snapshot) group by 1, 2)
            select member_id, asset, account_version, (select count(*) from page),
                   (select coalesce(string_agg(format('%%s:%%s:%%s:%%s', program, asset, debits, credits), ','), '') from sums)
            from page order by member_id desc, asset desc, account_version desc limit 1
            """.formatted(PAGE_SIZE);

    /** A snapshot, and what the brand's accounts have in it. */
    record Start(String snapshot, ProgramTotals totals) {}

    /**
     * The sums of a page of postings.
     *
     * @param last the last posting of the page
     * @param full true if there may be a next page
     */
    record Sums(ProgramTotals.Place last, boolean full, ProgramTotals totals) {}

    Uni<Start> start(SqlConnection connection) {
        return connection
                .preparedQuery(ACCOUNTS)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Start(row.getString(0), ProgramTotals.parse(row.getString(1))));
    }

    /** The sums of the page after {@code after}, over the postings that {@code snapshot} contains; empty if there is no posting. */
    Uni<Optional<Sums>> sums(SqlConnection connection, ProgramTotals.Place after, String snapshot) {
        return connection
                .preparedQuery(SUMS)
                .execute(Tuple.of(after.member(), after.asset(), after.version(), snapshot))
                .map(rows -> rows.stream().map(ProgramCheckRepository::sums).findFirst());
    }

    private static Sums sums(Row row) {
        return new Sums(
                new ProgramTotals.Place(row.getUUID(0), row.getString(1), row.getLong(2)),
                row.getLong(3) == PAGE_SIZE,
                ProgramTotals.parse(row.getString(4)));
    }
}
