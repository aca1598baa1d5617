package dev.lodestone.recall.profile;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.platform.orders.OrderColumns;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables that order events change, with one statement for all rows of a kind. */
@ApplicationScoped
class OrderRepository {
    private static final String CREATE_MEMBERS = """
            insert into profile (member_id) select id from unnest($1::uuid[]) as id order by id on conflict do nothing
            """;
    private static final String LOCK_MEMBERS = """
            select member_id from profile where member_id = any($1::uuid[]) order by member_id for update
            """;
    private static final String ORDERS = """
            select member_id, order_id, completed_at, first_completed_at, completion_key, source, total_minor as amount_minor, currency,
                   cancelled_at, refunds::text as refunds
            from customer_order join unnest($1::uuid[], $2::text[]) as named (member_id, order_id) using (member_id, order_id)
            """;
    private static final String WRITE_ORDERS = """
            insert into customer_order (member_id, order_id, completed_at, first_completed_at, completion_key, source, total_minor, currency,
                                        cancelled_at, refunds)
            select member_id, order_id, completed_at, first_completed_at, completion_key, source, coalesce(total_minor, 0), currency,
                   cancelled_at, refunds::jsonb
            from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::uuid[], $6::text[], $7::bigint[], $8::text[],
                        $9::timestamptz[], $10::text[])
                 as new (member_id, order_id, completed_at, first_completed_at, completion_key, source, total_minor, currency,
                         cancelled_at, refunds)
            on conflict (member_id, order_id) do update
            set completed_at = excluded.completed_at, first_completed_at = excluded.first_completed_at,
                completion_key = excluded.completion_key, source = excluded.source, total_minor = excluded.total_minor,
                currency = excluded.currency, cancelled_at = excluded.cancelled_at, refunds = excluded.refunds
            """;
    /** Not an upsert: a change may be negative, which an inserted row must never be. */
    private static final String WRITE_DAYS = """
            merge into order_day as kept
            using unnest($1::uuid[], $2::date[], $3::text[], $4::bigint[], $5::bigint[])
                  as change (member_id, day, currency, orders, amount_minor)
            on kept.member_id = change.member_id and kept.day = change.day and kept.currency = change.currency
            when matched then update
                set orders = kept.orders + change.orders, amount_minor = kept.amount_minor + change.amount_minor
            when not matched then insert (member_id, day, currency, orders, amount_minor)
                values (change.member_id, change.day, change.currency, change.orders, change.amount_minor)
            """;

    private static final String WRITE_MEMBERS = """
            update profile
            set orders = profile.orders + change.orders,
                first_order_at = least(first_order_at, change.first_at),
                last_order_at = greatest(last_order_at, change.last_at)
            from unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::timestamptz[])
                 as change (member_id, orders, first_at, last_at)
            where profile.member_id = change.member_id
            """;
    /** Only for members one of whose orders stopped counting or moved: least and greatest cannot be undone. */
    private static final String RECOUNT_MEMBERS = """
            update profile set first_order_at = counted.first_at, last_order_at = counted.last_at
            from (select id, min(coalesce(first_completed_at, completed_at)) as first_at,
                         max(coalesce(first_completed_at, completed_at)) as last_at
                  from unnest($1::uuid[]) as id
                       left join customer_order
                       on member_id = id and completed_at is not null and (cancelled_at is null or completed_at > cancelled_at)
                  group by id) as counted
            where profile.member_id = counted.id
            """;

    /** Makes sure that every member has a profile row, and locks those rows in the order of the ids. */
    Uni<Void> lock(SqlConnection tx, Set<MemberId> members) {
        Columns<MemberId> ids = Columns.of(members).members(member -> member);
        return ids.execute(tx, CREATE_MEMBERS).chain(() -> ids.execute(tx, LOCK_MEMBERS));
    }

    Uni<Map<OrderKey, OrderState>> find(SqlConnection tx, Set<OrderKey> keys) {
        return Columns.of(keys)
                .members(OrderKey::member)
                .texts(OrderKey::name)
                .query(tx, ORDERS)
                .map(OrderRepository::orders);
    }

    Uni<Void> write(SqlConnection tx, OrderChanges changes) {
        Collection<OrderChanges.MemberChange> members = changes.members();
        List<OrderChanges.MemberChange> recounts =
                members.stream().filter(OrderChanges.MemberChange::recount).toList();
        return writeOrders(tx, changes.orders().changed())
                .chain(() -> writeDays(tx, changes.days()))
                .chain(() -> writeMembers(tx, members))
                .chain(() -> Columns.of(recounts)
                        .members(OrderChanges.MemberChange::member)
                        .execute(tx, RECOUNT_MEMBERS));
    }

    private static Uni<Void> writeOrders(SqlConnection tx, Map<OrderKey, OrderState> orders) {
        Columns<Map.Entry<OrderKey, OrderState>> names = Columns.of(orders.entrySet())
                .members(row -> row.getKey().member())
                .texts(row -> row.getKey().name());
        return OrderColumns.add(names, Map.Entry::getValue, row -> row.getKey().member())
                .execute(tx, WRITE_ORDERS);
    }

    private static Uni<Void> writeDays(SqlConnection tx, Collection<OrderChanges.DayChange> rows) {
        return Columns.of(rows)
                .members(row -> row.key().member())
                .dates(row -> row.key().day())
                .texts(row -> row.key().currency())
                .longs(OrderChanges.DayChange::orders)
                .longs(OrderChanges.DayChange::amountMinor)
                .execute(tx, WRITE_DAYS);
    }

    private static Uni<Void> writeMembers(SqlConnection tx, Collection<OrderChanges.MemberChange> rows) {
        return Columns.of(rows)
                .members(OrderChanges.MemberChange::member)
                .longs(OrderChanges.MemberChange::orders)
                .instants(OrderChanges.MemberChange::firstAt)
                .instants(OrderChanges.MemberChange::lastAt)
                .execute(tx, WRITE_MEMBERS);
    }

    private static Map<OrderKey, OrderState> orders(List<Row> rows) {
        Map<OrderKey, OrderState> orders = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            orders.put(new OrderKey(Rows.member(row, 0), row.getString(1)), OrderColumns.read(row));
        }
        return orders;
    }
}
