package dev.lodestone.points.ledger.history;

import dev.lodestone.platform.sql.Columns;
import dev.lodestone.points.ledger.account.Asset;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the whole ledger for reports. One statement scans lots and their movements, so that all figures agree. */
@ApplicationScoped
class LiabilityRepository {
    /**
     * The state of every lot at $2. It counts the booked movements up to then and the items that become due by then: expiring holds release
     * to their lots, units that become available cover an overdraft first ({@code covered}, in the order of booking), and from
     * {@code gone_at} on the lot has no pending or remaining units left. The expired units come from the postings, which name the lot in
     * {@code reverses} or as their cause.
     */
    private static final String COHORTS = """
            with moved as (
                select member_id, lot_id, sum(free_change)::bigint as free, sum(held_change)::bigint as held
                from lot_movement where asset = $1 and occurred_at <= $2
                group by member_id, lot_id),
            expired as (
                select member_id, coalesce(reverses, cause_id) as lot_id,
                       sum(case kind when 'EXPIRED' then amount else -amount end)::bigint as amount
                from posting where asset = $1 and kind in ('EXPIRED', 'REINSTATED') and occurred_at <= $2
                group by member_id, coalesce(reverses, cause_id)),
            coming as (
                select member_id, id as lot_id, greatest(available_at, earned_at) as at, 0 as rank, null::uuid as due_id, pending as amount
                from lot where asset = $1 and pending > 0 and available_at <= $2 and earned_at <= $2
                union all
                select hold.member_id, hold_lot.lot_id, hold.expires_at, 1, hold.id, hold_lot.amount
                from hold join hold_lot on hold_lot.member_id = hold.member_id and hold_lot.hold_id = hold.id
                where hold.asset = $1 and hold.status = 'OPEN' and hold.expires_at <= $2),
            released as (
                select member_id, lot_id, sum(amount)::bigint as amount from coming where rank = 1 group by member_id, lot_id),
            covered as (
                select member_id, lot_id, sum(greatest(0, least(amount, owed - amount_before)))::bigint as amount
                from (select coming.member_id, coming.lot_id, coming.amount, -moved.free as owed,
                             coalesce(sum(coming.amount) over (
                                 partition by coming.member_id
                                 order by coming.at, coming.rank, coming.due_id nulls first, lot.expires_at nulls last, lot.earned_at, lot.id
                                 rows between unbounded preceding and 1 preceding), 0) as amount_before
                      from coming
                      join moved on moved.member_id = coming.member_id and moved.free < 0
                                and moved.lot_id = '00000000-0000-0000-0000-000000000000'
                      join lot on lot.member_id = coming.member_id and lot.asset = $1 and lot.id = coming.lot_id) as sequence
                group by member_id, lot_id),
            planned as (
                select earned_at, available_at, lot.amount,
                       case when expires_at is not null then greatest(expires_at, available_at, earned_at, returned_at) end as gone_at,
                       lot.amount + coalesce(moved.free, 0) + coalesce(released.amount, 0) - coalesce(covered.amount, 0) as free,
                       coalesce(moved.held, 0) - coalesce(released.amount, 0) as held,
                       coalesce(expired.amount, 0) as expired
                from lot
                left join moved on moved.member_id = lot.member_id and moved.lot_id = lot.id
                left join expired on expired.member_id = lot.member_id and expired.lot_id = lot.id
                left join released on released.member_id = lot.member_id and released.lot_id = lot.id
                left join covered on covered.member_id = lot.member_id and covered.lot_id = lot.id
                where lot.asset = $1 and lot.earned_at <= $2),
            at_date as (
                select date_trunc('month', earned_at at time zone 'UTC')::date as earned,
                       date_trunc('month', gone_at at time zone 'UTC')::date as expires,
                       amount, held, expired + case when gone_at <= $2 then free else 0 end as expired,
                       case when gone_at <= $2 or available_at > $2 then 0 else free end as available,
                       case when (gone_at > $2) is not false and available_at > $2 then free else 0 end as pending
                from planned)
            select earned, expires, sum(amount)::bigint as issued, sum(expired)::bigint as expired, sum(available)::bigint as available,
                   sum(pending)::bigint as pending, sum(held)::bigint as held,
                   count(*) filter (where available <> 0 or pending <> 0 or held <> 0) as open_lots
            from at_date group by earned, expires
            union all
            select null::date, null::date, 0, 0, (coalesce(sum(amount), 0))::bigint, 0, 0, 0
            from (select free as amount from moved where lot_id = '00000000-0000-0000-0000-000000000000'
                  union all
                  select amount from covered) as overdraft
            order by earned nulls first, expires nulls last
            """;

    private static final String EXPIRED = """
            select to_char(occurred_at at time zone 'UTC', 'YYYY-MM') as month,
                   sum(case kind when 'EXPIRED' then amount else -amount end)::bigint as points
            from posting where asset = $1 and kind in ('EXPIRED', 'REINSTATED') and occurred_at >= $2 and occurred_at < $3
            group by 1 order by 1
            """;

    /** Makes the transaction read-only and limits each of its statements to {@code atMost}. */
    Uni<Void> limit(SqlConnection tx, Duration atMost) {
        return tx.query("set transaction read only")
                .execute()
                .chain(() -> tx.query("set local statement_timeout = " + atMost.toMillis())
                        .execute())
                .replaceWithVoid();
    }

    /** All lots of {@code asset} by cohort, in their state at {@code at}. */
    Uni<List<Cohort>> cohorts(SqlConnection tx, Asset asset, Instant at) {
        return tx.preparedQuery(COHORTS)
                .execute(Tuple.of(asset.name(), Columns.utc(at)))
                .map(rows -> rows.stream().map(LiabilityRepository::cohort).toList());
    }

    /** The units that expired in each month of {@code from} &lt;= time &lt; {@code until}. */
    Uni<List<ExpiredMonth>> expired(SqlConnection tx, Asset asset, Instant from, Instant until) {
        return tx.preparedQuery(EXPIRED)
                .execute(Tuple.of(asset.name(), Columns.utc(from), Columns.utc(until)))
                .map(rows -> rows.stream()
                        .map(row -> new ExpiredMonth(row.getString("month"), row.getLong("points")))
                        .toList());
    }

    private static Cohort cohort(Row row) {
        return new Cohort(
                month(row, "earned"),
                month(row, "expires"),
                row.getLong("issued"),
                row.getLong("expired"),
                row.getLong("available"),
                row.getLong("pending"),
                row.getLong("held"),
                row.getLong("open_lots"));
    }

    private static @Nullable YearMonth month(Row row, String column) {
        LocalDate first = row.getLocalDate(column);
        return first == null ? null : YearMonth.from(first);
    }
}
