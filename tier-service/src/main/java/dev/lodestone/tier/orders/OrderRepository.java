package dev.lodestone.tier.orders;

import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.platform.orders.OrderColumns;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table {@code purchase}, which holds the states of orders. Each operation takes one statement for any number of orders. Callers hold the
 * lock of the member's tier, which protects the member's orders too.
 */
@ApplicationScoped
class OrderRepository {
    private static final String LOAD = """
            select member_id, order_id, completed_at, first_completed_at, completion_key, source, total_minor as amount_minor, currency,
                   cancelled_at, refunds::text as refunds
            from unnest($1::uuid[], $2::text[]) as wanted (member_id, order_id) join purchase using (member_id, order_id)
            """;
    private static final String SAVE = """
            insert into purchase (member_id, order_id, growth, completed_at, first_completed_at, completion_key, source, total_minor,
                                  currency, cancelled_at, refunds)
            select member_id, order_id, growth, completed_at, first_completed_at, completion_key, source, total_minor, currency,
                   cancelled_at, refunds::jsonb
            from unnest($1::uuid[], $2::text[], $3::bigint[], $4::timestamptz[], $5::timestamptz[], $6::uuid[], $7::text[], $8::bigint[],
                        $9::text[], $10::timestamptz[], $11::text[])
                 as new (member_id, order_id, growth, completed_at, first_completed_at, completion_key, source, total_minor, currency,
                         cancelled_at, refunds)
            on conflict (member_id, order_id) do update
            set growth = excluded.growth, completed_at = excluded.completed_at, first_completed_at = excluded.first_completed_at,
                completion_key = excluded.completion_key, source = excluded.source, total_minor = excluded.total_minor,
                currency = excluded.currency, cancelled_at = excluded.cancelled_at, refunds = excluded.refunds
            """;

    /** The states of {@code orders}; unknown orders are left out. */
    Uni<Map<OrderKey, OrderState>> load(SqlConnection tx, Set<OrderKey> orders) {
        return Columns.of(orders)
                .members(OrderKey::member)
                .texts(OrderKey::name)
                .query(tx, LOAD)
                .map(OrderRepository::byKey);
    }

    /** Inserts or replaces the states of orders, each with its growth. */
    Uni<Void> save(SqlConnection tx, Map<OrderKey, OrderState> orders) {
        Columns<Map.Entry<OrderKey, OrderState>> columns = Columns.of(orders.entrySet())
                .members(row -> row.getKey().member())
                .texts(row -> row.getKey().name())
                .longs(row -> OrderGrowth.of(row.getValue()));
        return OrderColumns.add(
                        columns, Map.Entry::getValue, row -> row.getKey().member())
                .execute(tx, SAVE);
    }

    private static Map<OrderKey, OrderState> byKey(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(OrderRepository::key, OrderColumns::read));
    }

    private static OrderKey key(Row row) {
        return new OrderKey(Rows.member(row, "member_id"), row.getString("order_id"));
    }
}
