package dev.lodestone.recall.profile;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.transactions.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables that order events change, a statement for all rows of a kind. */
@ApplicationScoped
class OrderRepository {
    private static final String CREATE_MEMBERS = """
            insert into profile (member_id) select id from unnest($1::uuid[]) as id order by id on conflict do nothing
            """;
    private static final String LOCK_MEMBERS = """
            select member_id from profile where member_id = any($1::uuid[]) order by member_id for update
            """;
    private static final String ORDERS = """
            select member_id, order_id, completed_at, currency, total_minor, refunded_minor, cancelled
            from customer_order join unnest($1::uuid[], $2::text[]) as named (member_id, order_id) using (member_id, order_id)
            """;
    private static final String WRITE_ORDERS = """
            insert into customer_order (member_id, order_id, completed_at, currency, total_minor, refunded_minor, cancelled)
            select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::bigint[], $6::bigint[], $7::boolean[])
            on conflict (member_id, order_id) do update
            set completed_at = excluded.completed_at, currency = excluded.currency, total_minor = excluded.total_minor,
                refunded_minor = excluded.refunded_minor, cancelled = excluded.cancelled
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
    /** Only for members one of whose orders stopped counting: least and greatest cannot be undone. */
    private static final String RECOUNT_MEMBERS = """
            update profile set first_order_at = counted.first_at, last_order_at = counted.last_at
            from (select id, min(completed_at) as first_at, max(completed_at) as last_at
                  from unnest($1::uuid[]) as id
                       left join customer_order on member_id = id and completed_at is not null and not cancelled
                  group by id) as counted
            where profile.member_id = counted.id
            """;

    /** Makes sure that every member has a profile row, and locks those rows in the order of the ids. */
    Uni<Void> lock(SqlConnection tx, Set<MemberId> members) {
        Tuple ids = Columns.of(members).members(member -> member).tuple();
        return tx.preparedQuery(CREATE_MEMBERS)
                .execute(ids)
                .chain(() -> tx.preparedQuery(LOCK_MEMBERS).execute(ids))
                .replaceWithVoid();
    }

    Uni<Map<CustomerOrder.Key, CustomerOrder>> find(SqlConnection tx, Set<CustomerOrder.Key> keys) {
        return tx.preparedQuery(ORDERS)
                .execute(Columns.of(keys)
                        .members(CustomerOrder.Key::member)
                        .texts(CustomerOrder.Key::orderId)
                        .tuple())
                .map(OrderRepository::orders);
    }

    Uni<Void> write(SqlConnection tx, OrderChanges changes) {
        Collection<OrderChanges.MemberChange> members = changes.members();
        List<OrderChanges.MemberChange> recounts =
                members.stream().filter(OrderChanges.MemberChange::recount).toList();
        return writeOrders(tx, changes.orders())
                .chain(() -> writeDays(tx, changes.days()))
                .chain(() -> writeMembers(tx, members))
                .chain(() ->
                        execute(tx, RECOUNT_MEMBERS, Columns.of(recounts).members(OrderChanges.MemberChange::member)));
    }

    private static Uni<Void> writeOrders(SqlConnection tx, Collection<CustomerOrder> rows) {
        return execute(
                tx,
                WRITE_ORDERS,
                Columns.of(rows)
                        .members(row -> row.key().member())
                        .texts(row -> row.key().orderId())
                        .instants(CustomerOrder::completedAt)
                        .texts(CustomerOrder::currency)
                        .longs(CustomerOrder::totalMinor)
                        .longs(CustomerOrder::refundedMinor)
                        .booleans(CustomerOrder::cancelled));
    }

    private static Uni<Void> writeDays(SqlConnection tx, Collection<OrderChanges.DayChange> rows) {
        return execute(
                tx,
                WRITE_DAYS,
                Columns.of(rows)
                        .members(row -> row.key().member())
                        .dates(row -> row.key().day())
                        .texts(row -> row.key().currency())
                        .longs(OrderChanges.DayChange::orders)
                        .longs(OrderChanges.DayChange::amountMinor));
    }

    private static Uni<Void> writeMembers(SqlConnection tx, Collection<OrderChanges.MemberChange> rows) {
        return execute(
                tx,
                WRITE_MEMBERS,
                Columns.of(rows)
                        .members(OrderChanges.MemberChange::member)
                        .longs(OrderChanges.MemberChange::orders)
                        .instants(OrderChanges.MemberChange::firstAt)
                        .instants(OrderChanges.MemberChange::lastAt));
    }

    private static Uni<Void> execute(SqlConnection tx, String statement, Columns<?> columns) {
        return columns.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(statement).execute(columns.tuple()).replaceWithVoid();
    }

    private static Map<CustomerOrder.Key, CustomerOrder> orders(RowSet<Row> rows) {
        Map<CustomerOrder.Key, CustomerOrder> orders = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            CustomerOrder.Key key = new CustomerOrder.Key(new MemberId(row.getUUID(0)), row.getString(1));
            OffsetDateTime completedAt = row.getOffsetDateTime(2);
            orders.put(
                    key,
                    new CustomerOrder(
                            key,
                            completedAt == null ? null : completedAt.toInstant(),
                            row.getString(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getBoolean(6)));
        }
        return orders;
    }
}
