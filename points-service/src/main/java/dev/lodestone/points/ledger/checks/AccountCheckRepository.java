package dev.lodestone.points.ledger.checks;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Compares accounts, lots and holds with the postings. Each comparison is one statement, so that its parts agree. */
@ApplicationScoped
class AccountCheckRepository {
    /** The maximum number of different lots or holds reported for one page of accounts. */
    private static final int NAMED_MAX = 1000;

    private static final String ACCOUNTS = """
            select account.member_id, account.asset, account.version, account.credits - account.debits, account.pending, account.held,
                   last.account_version, last.available_after, last.pending_after, last.held_after, last.id,
                   lots.remaining, lots.pending, lots.held, holds.amount,
                   account.credits, account.debits, posted.credits, posted.debits, account.floor, posted.overdrawn
            from account
            left join lateral (
                select account_version, available_after, pending_after, held_after, id from posting
                where posting.member_id = account.member_id and posting.asset = account.asset
                order by account_version desc limit 1) as last on true
            cross join lateral (
                select coalesce(sum(amount) filter (where to_account = 'AVAILABLE'), 0)::bigint as credits,
                       coalesce(sum(amount) filter (where from_account = 'AVAILABLE'), 0)::bigint as debits,
                       coalesce(min(available_after) < 0, false) as overdrawn
                from posting where posting.member_id = account.member_id and posting.asset = account.asset) as posted
            cross join lateral (
                select coalesce(sum(remaining), 0)::bigint as remaining, coalesce(sum(pending), 0)::bigint as pending,
                       coalesce(sum(held), 0)::bigint as held
                from lot where lot.member_id = account.member_id and lot.asset = account.asset) as lots
            cross join lateral (
                select coalesce(sum(amount), 0)::bigint as amount from hold
                where hold.member_id = account.member_id and hold.asset = account.asset and status = 'OPEN') as holds
            where (account.member_id, account.asset) > ($1, $2)
            order by account.member_id, account.asset limit $3
            """;
    /**
     * Free means pending and remaining together, so that a confirmation does not change it. Units that expired and were not reinstated are
     * expired in the lot, or a refund wrote them off: then they count as clawed back without a posting.
     */
    private static final String LOTS = """
            with range_posting as materialized (
                select member_id, asset, account_version, id, kind, amount, cause_id, cause_type, reverses, occurred_at, order_id from posting
                where (member_id, asset) > ($1, $2) and (member_id, asset) <= ($3, $4)),
            opened as (select * from range_posting where kind in ('EARNED', 'EARNED_PENDING', 'GRANTED')),
            range_lot as (select * from lot where (member_id, asset) > ($1, $2) and (member_id, asset) <= ($3, $4)),
            moved as (
                select member_id, asset, lot_id as id, sum(free_change)::bigint as free, sum(held_change)::bigint as held
                from lot_movement where (member_id, asset) > ($1, $2) and (member_id, asset) <= ($3, $4) group by 1, 2, 3),
            confirmed as (select distinct member_id, asset, cause_id as id from range_posting where kind = 'CONFIRMED'),
            clawed_back as (
                select member_id, asset, reverses as id, sum(amount)::bigint as amount from range_posting
                where kind in ('CLAWED_BACK', 'PENDING_CLAWED_BACK') group by 1, 2, 3),
            expired as (
                select member_id, asset, lot_id as id, -sum(free_change)::bigint as amount
                from range_posting join lot_movement using (member_id, asset, account_version)
                where kind = 'EXPIRED' and (lot_movement.member_id, lot_movement.asset) > ($1, $2)
                  and (lot_movement.member_id, lot_movement.asset) <= ($3, $4)
                group by 1, 2, 3),
            reinstated as (
                select member_id, asset, coalesce(reverses, cause_id) as id, sum(amount)::bigint as amount from range_posting
                where kind = 'REINSTATED' group by 1, 2, 3)
            select member_id, asset, opened.account_version, id,
                   format('postings: %s opened, change %s, held %s, %s clawed back, %s expired, %s reinstated; '
                          'lot: %s of %s remaining, %s pending, %s held, %s clawed back, %s expired',
                          opened.amount, coalesce(moved.free, 0), coalesce(moved.held, 0), coalesce(clawed_back.amount, 0),
                          coalesce(expired.amount, 0), coalesce(reinstated.amount, 0), range_lot.remaining, range_lot.amount,
                          range_lot.pending, range_lot.held, range_lot.clawed_back, range_lot.expired)
            from opened full join range_lot using (member_id, asset, id)
            left join moved using (member_id, asset, id)
            left join confirmed using (member_id, asset, id)
            left join clawed_back using (member_id, asset, id)
            left join expired using (member_id, asset, id)
            left join reinstated using (member_id, asset, id)
            where opened.amount is null or range_lot.amount is null
               or range_lot.amount <> opened.amount
               or range_lot.earned_at <> opened.occurred_at
               or range_lot.order_id is distinct from opened.order_id
               or range_lot.cause_type <> opened.cause_type
               or range_lot.pending + range_lot.remaining <> opened.amount + coalesce(moved.free, 0)
               or range_lot.held <> coalesce(moved.held, 0)
               or range_lot.pending > 0 and (opened.kind <> 'EARNED_PENDING' or confirmed is not null)
               or range_lot.clawed_back < coalesce(clawed_back.amount, 0)
               or range_lot.clawed_back + range_lot.expired
                  <> coalesce(clawed_back.amount, 0) + coalesce(expired.amount, 0) - coalesce(reinstated.amount, 0)
            order by member_id, asset, id limit $5
            """;

    private static final String HOLDS = """
            with range_posting as materialized (
                select member_id, asset, account_version, id, kind, amount, reverses from posting
                where (member_id, asset) > ($1, $2) and (member_id, asset) <= ($3, $4) and kind in ('HELD', 'RELEASED')),
            opened as (select * from range_posting where kind = 'HELD'),
            range_hold as (select * from hold where (member_id, asset) > ($1, $2) and (member_id, asset) <= ($3, $4)),
            released as (
                select member_id, asset, reverses as id, sum(amount)::bigint as amount from range_posting
                where kind = 'RELEASED' group by 1, 2, 3),
            parts as (
                select member_id, hold_id as id, sum(amount)::bigint as amount from hold_lot
                where member_id between $1 and $3 group by 1, 2)
            select member_id, asset, opened.account_version, id,
                   format('postings reserved %s and released %s; the hold is %s, has %s, posted %s and reserves %s of lots',
                          opened.amount, coalesce(released.amount, 0), range_hold.status, range_hold.amount, range_hold.posted,
                          coalesce(parts.amount, 0))
            from opened full join range_hold using (member_id, asset, id)
            left join released using (member_id, asset, id)
            left join parts using (member_id, id)
            where opened.amount is null or range_hold.amount is null
               or range_hold.amount <> opened.amount
               or range_hold.status = 'OPEN' and (released.amount is not null or parts.amount is distinct from range_hold.amount)
               or range_hold.status <> 'OPEN'
                  and (range_hold.posted + coalesce(released.amount, 0) <> range_hold.amount or parts.amount is not null)
            order by member_id, asset, id limit $5
            """;

    /** The accounts after one account and up to another, in the order of members and assets. */
    record Range(UUID afterMember, String afterAsset, UUID lastMember, String lastAsset) {
        private Tuple tuple() {
            return Tuple.of(afterMember, afterAsset, lastMember, lastAsset, NAMED_MAX);
        }
    }

    /** The accounts after the given one, in the order of members and assets, at most {@code limit}. */
    Uni<List<AccountLine>> accounts(SqlConnection connection, UUID afterMember, String afterAsset, int limit) {
        return connection
                .preparedQuery(ACCOUNTS)
                .execute(Tuple.of(afterMember, afterAsset, limit))
                .map(rows -> rows.stream().map(AccountCheckRepository::account).toList());
    }

    /** The lots of the accounts in {@code range} that do not match their postings. */
    Uni<List<Finding>> lots(SqlConnection connection, Range range) {
        return differing(connection, LOTS, range, FindingKind.LOT_DIFFERS);
    }

    /** The holds of the accounts in {@code range} that do not match their postings. */
    Uni<List<Finding>> holds(SqlConnection connection, Range range) {
        return differing(connection, HOLDS, range, FindingKind.HOLD_DIFFERS);
    }

    private static Uni<List<Finding>> differing(
            SqlConnection connection, String question, Range range, FindingKind kind) {
        return connection
                .preparedQuery(question)
                .execute(range.tuple())
                .map(rows -> rows.stream().map(row -> finding(kind, row)).toList());
    }

    private static Finding finding(FindingKind kind, Row row) {
        return new Finding(
                kind, null, row.getUUID(0), row.getString(1), row.getLong(2), row.getUUID(3), row.getString(4));
    }

    private static AccountLine account(Row row) {
        boolean posted = row.getLong(6) != null;
        return new AccountLine(
                row.getUUID(0),
                row.getString(1),
                new AccountLine.Sum(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                posted
                        ? new AccountLine.Sum(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9))
                        : new AccountLine.Sum(0, 0, 0, 0),
                row.getUUID(10),
                new AccountLine.Turnover(row.getLong(15), row.getLong(16)),
                new AccountLine.Turnover(row.getLong(17), row.getLong(18)),
                row.getLong(19),
                row.getBoolean(20),
                new AccountLine.Parts(row.getLong(11), row.getLong(12), row.getLong(13)),
                row.getLong(14));
    }
}
