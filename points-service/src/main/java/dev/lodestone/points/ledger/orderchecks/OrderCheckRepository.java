package dev.lodestone.points.ledger.orderchecks;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.orders.OrderColumns;
import dev.lodestone.points.ledger.checks.Finding;
import dev.lodestone.points.ledger.checks.FindingKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares what the service remembers of redemptions and of orders with the postings that they caused. Each comparison is one statement, so
 * that its parts agree.
 */
@ApplicationScoped
class OrderCheckRepository {
    /** The maximum number of different rows reported for one page of members. */
    private static final int NAMED_MAX = 1000;

    private static final String LAST_MEMBER =
            "select distinct member_id from account where member_id > $1 order by member_id offset $2 limit 1";

    /**
     * The entry of a reward with the actor {@code migration} has its cost at that time only; what was redeemed before may have cost
     * something else.
     */
    private static final String REDEMPTIONS = """
            with spent as materialized (
                select member_id, asset, account_version, id, cause_id, amount, posted_at from posting
                where member_id > $1 and member_id <= $2 and kind = 'REDEEMED' and cause_type = 'redemption'),
            returned as (
                select distinct member_id, reverses from posting
                where member_id > $1 and member_id <= $2 and kind = 'RETURNED'),
            range_redemption as (select * from redemption where member_id > $1 and member_id <= $2)
            select coalesce(redemption.member_id, spent.member_id), spent.asset, spent.account_version, spent.id,
                   format('the posting spent %s and was %s; the redemption %s is of %s for %s and %s',
                          spent.amount, case when returned.reverses is null then 'not reversed' else 'reversed' end, redemption.id,
                          redemption.reward_code, redemption.cost,
                          case when redemption.reversed_at is null then 'not reversed' else 'reversed' end)
            from spent full join range_redemption as redemption
                 on redemption.member_id = spent.member_id and redemption.id = spent.cause_id
            left join returned on returned.member_id = spent.member_id and returned.reverses = spent.id
            where spent.id is null or redemption.id is null
               or redemption.cost <> spent.amount
               or (redemption.reversed_at is null) <> (returned.reverses is null)
               or not exists (
                   select from audit_entry as entry
                   where subject_kind = 'REWARD' and action = 'REWARD_CHANGED' and subject_id = redemption.reward_code
                     and ((state_after::jsonb ->> 'cost')::bigint = redemption.cost
                          or actor = 'migration' and recorded_at >= spent.posted_at))
            order by 1, 3 limit $3
            """;

    private static final String SPENDS = """
            with spent as materialized (
                select member_id, asset, account_version, id, order_id, amount from posting
                where member_id > $1 and member_id <= $2 and kind in ('REDEEMED', 'HOLD_POSTED') and order_id is not null),
            returned as (
                select member_id, asset, reverses as id, sum(amount)::bigint as amount from posting
                where member_id > $1 and member_id <= $2 and kind = 'RETURNED' group by 1, 2, 3),
            spend as (select * from order_spend where member_id > $1 and member_id <= $2)
            select member_id, asset, account_version, spent.id,
                   format('the posting spent %s on order %s, and postings returned %s of it; the order %s has %s spent and %s returned',
                          spent.amount, spent.order_id, coalesce(returned.amount, 0), spend.order_id, spend.amount, spend.returned)
            from spent full join spend using (member_id, asset, account_version)
            left join returned using (member_id, asset, id)
            where spent.amount is null or spend.amount is null
               or spend.amount <> spent.amount
               or spend.order_id <> spent.order_id
               or spend.returned <> coalesce(returned.amount, 0)
            order by 1, 2, 3 limit $3
            """;

    /**
     * The orders that are refunded, cancelled or evaluated again, and those whose first completion is not the one that paid. Where numbers
     * are unique for each source, the name of an order starts with the length of the source and the source.
     */
    private static final String ORDERS = """
            with range_posting as materialized (
                select member_id, asset, id, kind, amount, cause_id, cause_type, order_id, reverses, occurred_at from posting
                where member_id > $1 and member_id <= $2
                  and (kind in ('EARNED', 'EARNED_PENDING') and order_id is not null
                       or kind in ('CLAWED_BACK', 'PENDING_CLAWED_BACK') and cause_type <> 'reversal')),
            clawed_back as (
                select member_id, asset, reverses as id, sum(amount)::bigint as amount from range_posting
                where kind in ('CLAWED_BACK', 'PENDING_CLAWED_BACK') group by 1, 2, 3),
            purchase_by_number as (
                select purchase.*,
                       case when starts_with(order_id, length(source) || ':' || source)
                            then substr(order_id, length(length(source) || ':' || source) + 1) else order_id end as number
                from purchase where member_id > $1 and member_id <= $2),
            paid as (
                select member_id, order_id as number,
                       jsonb_agg(jsonb_build_object(
                           'id', id, 'asset', asset, 'amount', range_posting.amount, 'clawedBack', coalesce(clawed_back.amount, 0),
                           'byCompletion', cause_type = 'brand.order.completed.v1')) as lots,
                       coalesce(sum(clawed_back.amount), 0) as clawed_back,
                       bool_or(cause_type = 'brand.order.completed.v1') as by_completion,
                       max(cause_id::text) filter (where cause_type = 'brand.order.completed.v1') as last_key,
                       min(cause_id::text) filter (where cause_type = 'brand.order.completed.v1') as first_key,
                       max(occurred_at) filter (where cause_type = 'brand.order.completed.v1') as last_at,
                       min(occurred_at) filter (where cause_type = 'brand.order.completed.v1') as first_at
                from range_posting left join clawed_back using (member_id, asset, id)
                where kind in ('EARNED', 'EARNED_PENDING') group by 1, 2)
            select member_id, number, purchase.order_id, completed_at, first_completed_at, completion_key, source, amount_minor, currency,
                   cancelled_at, refunds::text as refunds, awards::text as awards, lots::text as lots,
                   coalesce(awards is null and completion_key is not null
                            and (first_completed_at is not null or first_key <> completion_key::text or last_key <> completion_key::text
                                 or first_at <> completed_at or last_at <> completed_at), false) as completion_differs
            from purchase_by_number as purchase full join paid using (member_id, number)
            where awards is not null or clawed_back > 0
               or by_completion and (purchase.completed_at is null
                                     or first_completed_at is not null or first_key <> completion_key::text
                                     or last_key <> completion_key::text or first_at <> completed_at or last_at <> completed_at)
            order by member_id, number
            """;

    private static final TypeReference<List<OrderLine.Award>> AWARDS = new TypeReference<>() {};
    private static final TypeReference<List<OrderLine.Lot>> LOTS = new TypeReference<>() {};

    private final Json json;

    OrderCheckRepository(Json json) {
        this.json = json;
    }

    /** The members after one and up to another. */
    record Range(UUID after, UUID last) {}

    /** The last member of the page of {@code limit} members after {@code after}; empty if there are fewer. */
    Uni<Optional<UUID>> last(SqlConnection connection, UUID after, int limit) {
        return connection
                .preparedQuery(LAST_MEMBER)
                .execute(Tuple.of(after, limit - 1))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).findFirst());
    }

    /** The redemptions that do not match the postings that paid for them. */
    Uni<List<Finding>> redemptions(SqlConnection connection, Range range) {
        return differing(connection, REDEMPTIONS, range, FindingKind.REDEMPTION_DIFFERS);
    }

    /** What orders say of units that paid for them, where postings say something else. */
    Uni<List<Finding>> spends(SqlConnection connection, Range range) {
        return differing(connection, SPENDS, range, FindingKind.SPEND_DIFFERS);
    }

    /** The orders whose state may contradict their postings. */
    Uni<List<OrderLine>> orders(SqlConnection connection, Range range) {
        return connection
                .preparedQuery(ORDERS)
                .execute(Tuple.of(range.after(), range.last()))
                .map(rows -> rows.stream().map(this::order).toList());
    }

    private static Uni<List<Finding>> differing(
            SqlConnection connection, String question, Range range, FindingKind kind) {
        return connection
                .preparedQuery(question)
                .execute(Tuple.of(range.after(), range.last(), NAMED_MAX))
                .map(rows -> rows.stream().map(row -> finding(kind, row)).toList());
    }

    /** What was forged may be unreadable, and must not stop the verification. */
    private OrderLine order(Row row) {
        OrderLine.Name name = new OrderLine.Name(row.getUUID("member_id"), row.getString("number"));
        try {
            String awards = row.getString("awards");
            String lots = row.getString("lots");
            return new OrderLine(
                    name,
                    row.getString("order_id"),
                    OrderColumns.read(row),
                    awards == null ? null : json.read(awards, AWARDS),
                    lots == null ? List.of() : json.read(lots, LOTS),
                    row.getBoolean("completion_differs"),
                    null);
        } catch (RuntimeException unreadable) {
            return OrderLine.unreadable(name, String.valueOf(unreadable.getMessage()));
        }
    }

    private static Finding finding(FindingKind kind, Row row) {
        return new Finding(
                kind, null, row.getUUID(0), row.getString(1), row.getLong(2), row.getUUID(3), row.getString(4));
    }
}
