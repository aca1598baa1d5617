package dev.lodestone.points.earning;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.transactions.Columns;
import dev.lodestone.points.earning.Earning.OrderKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Purchases, read and written under the lock of their members' accounts. */
@ApplicationScoped
class PurchaseRepository {
    private static final String FIND = """
            select purchase.* from purchase
            join unnest($1::uuid[], $2::text[]) as wanted (member_id, order_id) using (member_id, order_id)
            """;
    private static final String WRITE = """
            insert into purchase (member_id, order_id, amount_minor, currency, refunded_minor)
            select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::bigint[])
            on conflict (member_id, order_id) do update
            set amount_minor = excluded.amount_minor, currency = excluded.currency, refunded_minor = excluded.refunded_minor
            """;

    Uni<Map<OrderKey, Purchase>> find(SqlConnection tx, Set<OrderKey> orders) {
        if (orders.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tx.preparedQuery(FIND)
                .execute(Columns.of(orders)
                        .members(OrderKey::member)
                        .texts(OrderKey::orderId)
                        .tuple())
                .map(PurchaseRepository::purchases);
    }

    Uni<Void> write(SqlConnection tx, List<Purchase> purchases) {
        if (purchases.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(WRITE)
                .execute(Columns.of(purchases)
                        .members(Purchase::member)
                        .texts(Purchase::orderId)
                        .longs(Purchase::amount)
                        .texts(Purchase::currency)
                        .longs(Purchase::refundedMinor)
                        .tuple())
                .replaceWithVoid();
    }

    private static Map<OrderKey, Purchase> purchases(RowSet<Row> rows) {
        Map<OrderKey, Purchase> purchases = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            Purchase purchase = new Purchase(
                    new MemberId(row.getUUID("member_id")),
                    row.getString("order_id"),
                    row.getLong("amount_minor"),
                    row.getString("currency"),
                    row.getLong("refunded_minor"));
            purchases.put(new OrderKey(purchase.member(), purchase.orderId()), purchase);
        }
        return purchases;
    }
}
