package dev.lodestone.points.earning.accrual;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.orders.OrderColumns;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes purchases. The caller holds the lock of the members' accounts. */
@ApplicationScoped
class PurchaseRepository {
    private static final String FIND = """
            select member_id, order_id, completed_at, first_completed_at, completion_key, source, amount_minor, currency, cancelled_at,
                   refunds::text as refunds, awards::text as awards
            from purchase join unnest($1::uuid[], $2::text[]) as wanted (member_id, order_id) using (member_id, order_id)
            """;
    private static final String WRITE = """
            insert into purchase (member_id, order_id, awards, completed_at, first_completed_at, completion_key, source, amount_minor,
                                  currency, cancelled_at, refunds)
            select member_id, order_id, awards::jsonb, completed_at, first_completed_at, completion_key, source, amount_minor, currency,
                   cancelled_at, refunds::jsonb
            from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::uuid[], $7::text[], $8::bigint[],
                        $9::text[], $10::timestamptz[], $11::text[])
                 as new (member_id, order_id, awards, completed_at, first_completed_at, completion_key, source, amount_minor, currency,
                         cancelled_at, refunds)
            on conflict (member_id, order_id) do update
            set awards = excluded.awards, completed_at = excluded.completed_at, first_completed_at = excluded.first_completed_at,
                completion_key = excluded.completion_key, source = excluded.source, amount_minor = excluded.amount_minor,
                currency = excluded.currency, cancelled_at = excluded.cancelled_at, refunds = excluded.refunds
            """;
    private static final TypeReference<List<OrderAward>> AWARDS = new TypeReference<>() {};

    private final Json json;

    PurchaseRepository(Json json) {
        this.json = json;
    }

    Uni<Map<OrderKey, Purchase>> find(SqlConnection tx, Set<OrderKey> orders) {
        return Columns.of(orders)
                .members(OrderKey::member)
                .texts(OrderKey::name)
                .query(tx, FIND)
                .map(this::purchases);
    }

    Uni<Void> write(SqlConnection tx, List<Purchase> purchases) {
        Columns<Purchase> columns = Columns.of(purchases)
                .members(purchase -> purchase.key().member())
                .texts(purchase -> purchase.key().name())
                .texts(purchase -> toJson(purchase.awards()));
        return OrderColumns.add(
                        columns, Purchase::state, purchase -> purchase.key().member())
                .execute(tx, WRITE);
    }

    private Map<OrderKey, Purchase> purchases(List<Row> rows) {
        Map<OrderKey, Purchase> purchases = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            OrderKey key = new OrderKey(Rows.member(row, "member_id"), row.getString("order_id"));
            purchases.put(key, new Purchase(key, OrderColumns.read(row), awards(row.getString("awards"))));
        }
        return purchases;
    }

    private @Nullable List<OrderAward> awards(@Nullable String text) {
        return text == null ? null : json.read(text, AWARDS);
    }

    private @Nullable String toJson(@Nullable List<OrderAward> awards) {
        return awards == null ? null : json.write(awards);
    }
}
