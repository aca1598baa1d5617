package dev.lodestone.points.ledger;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.account.Asset;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads the book for people. */
@ApplicationScoped
class StatementRepository {
    private static final String BALANCE = """
            select coalesce(credits - debits, 0) as balance, coalesce(version, 0) as version,
                   (select min(expires_at) from lot where lot.member_id = $1 and lot.asset = $2 and remaining > 0) as expires_next
            from (select $1::uuid as member_id) as asked
            left join account on account.member_id = asked.member_id and asset = $2
            """;
    private static final String PAGE = """
            select account_version, id, kind,
                   case when to_account = 'AVAILABLE' then amount when from_account = 'AVAILABLE' then -amount else 0 end as amount,
                   available_after as balance_after, cause_type, order_id, rule_code, rule_version, occurred_at, posted_at
            from posting where member_id = $1 and asset = $2 and account_version < $3
            order by account_version desc limit $4
            """;
    private static final String SUMMARY = """
            select accounts.members, accounts.postings, programs.issued, programs.taken_back, programs.redeemed,
                   (accounts.owned + programs.balance)::bigint as imbalance
            from (select count(*) filter (where version > 0) as members, coalesce(sum(version), 0)::bigint as postings,
                         coalesce(sum(credits - debits + pending + held), 0) as owned
                  from account where asset = $1) as accounts,
                 (select coalesce(sum(debits) filter (where program = 'ISSUED'), 0)::bigint as issued,
                         coalesce(sum(credits) filter (where program = 'ISSUED'), 0)::bigint as taken_back,
                         coalesce(sum(credits) filter (where program = 'REDEEMED'), 0)::bigint as redeemed,
                         coalesce(sum(credits - debits), 0) as balance
                  from program_account where asset = $1) as programs
            """;

    Uni<BalanceView> balance(SqlConnection connection, MemberId member, Asset asset) {
        return connection
                .preparedQuery(BALANCE)
                .execute(Tuple.of(member.value(), asset.name()))
                .map(rows -> balance(rows.iterator().next(), member, asset));
    }

    /** The postings older than number {@code before}, newest first, at most {@code limit}. */
    Uni<List<StatementLine>> page(SqlConnection connection, MemberId member, Asset asset, long before, int limit) {
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.of(member.value(), asset.name(), before, limit))
                .map(rows -> rows.stream().map(StatementRepository::line).toList());
    }

    Uni<LedgerSummaryView> summary(SqlConnection connection, Asset asset) {
        return connection
                .preparedQuery(SUMMARY)
                .execute(Tuple.of(asset.name()))
                .map(rows -> summary(rows.iterator().next()));
    }

    private static BalanceView balance(Row row, MemberId member, Asset asset) {
        OffsetDateTime expiresNext = row.getOffsetDateTime("expires_next");
        return new BalanceView(
                member.value(),
                asset,
                row.getLong("balance"),
                row.getLong("version"),
                expiresNext == null ? null : expiresNext.toInstant());
    }

    private static StatementLine line(Row row) {
        return new StatementLine(
                row.getLong("account_version"),
                row.getUUID("id"),
                PostingKind.valueOf(row.getString("kind")),
                row.getLong("amount"),
                row.getLong("balance_after"),
                row.getString("cause_type"),
                row.getString("order_id"),
                row.getString("rule_code"),
                row.getInteger("rule_version"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("posted_at").toInstant());
    }

    private static LedgerSummaryView summary(Row row) {
        return new LedgerSummaryView(
                row.getLong("members"),
                row.getLong("postings"),
                row.getLong("issued"),
                row.getLong("taken_back"),
                row.getLong("redeemed"),
                row.getLong("imbalance"));
    }
}
