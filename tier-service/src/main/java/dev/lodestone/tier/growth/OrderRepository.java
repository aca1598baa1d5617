package dev.lodestone.tier.growth;

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
import java.util.Map;
import java.util.stream.Collectors;

/** The table {@code purchase}, which holds the states of orders. Each operation takes one statement for any number of orders. */
@ApplicationScoped
class OrderRepository {
    private static final String OF_MEMBERS = """
            select member_id, order_id, completed_at, first_completed_at, completion_key, source, total_minor as amount_minor, currency,
                   cancelled_at, refunds::text as refunds
            from purchase where member_id = any($1::uuid[])
            """;
    private static final String SAVE = """
            insert into purchase (member_id, order_id, completed_at, first_completed_at, completion_key, source, total_minor,
                                  currency, cancelled_at, refunds)
            select member_id, order_id, completed_at, first_completed_at, completion_key, source, total_minor, currency,
                   cancelled_at, refunds::jsonb
            from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::uuid[], $6::text[], $7::bigint[],
                        $8::text[], $9::timestamptz[], $10::text[])
                 as new (member_id, order_id, completed_at, first_completed_at, completion_key, source, total_minor, currency,
                         cancelled_at, refunds)
            on conflict (member_id, order_id) do update
            set completed_at = excluded.completed_at, first_completed_at = excluded.first_completed_at,
                completion_key = excluded.completion_key, source = excluded.source, total_minor = excluded.total_minor,
                currency = excluded.currency, cancelled_at = excluded.cancelled_at, refunds = excluded.refunds
            """;

    /** The states of all orders of {@code members}. */
    Uni<Map<OrderKey, OrderState>> of(SqlConnection tx, Collection<MemberId> members) {
        return Columns.of(members)
                .members(member -> member)
                .query(tx, OF_MEMBERS)
                .map(rows -> rows.stream().collect(Collectors.toMap(OrderRepository::key, OrderColumns::read)));
    }

    /** Inserts or replaces the states of orders. */
    Uni<Void> save(SqlConnection tx, Map<OrderKey, OrderState> orders) {
        Columns<Map.Entry<OrderKey, OrderState>> columns = Columns.of(orders.entrySet())
                .members(row -> row.getKey().member())
                .texts(row -> row.getKey().name());
        return OrderColumns.add(
                        columns, Map.Entry::getValue, row -> row.getKey().member())
                .execute(tx, SAVE);
    }

    private static OrderKey key(Row row) {
        return new OrderKey(Rows.member(row, "member_id"), row.getString("order_id"));
    }
}
