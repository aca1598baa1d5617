package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.platform.transactions.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code purchase} and {@code refund}: one statement for any number of rows. The lock on the standing guards them. */
@ApplicationScoped
class PurchaseRepository {
    private static final String LOAD = """
            select member_id, order_id, purchase.completed_at, purchase.total_minor, purchase.currency, purchase.cancelled,
                   refund.refund_id, refund.refunded_at, refund.amount_minor, refund.currency as refund_currency
            from unnest($1::uuid[], $2::text[]) as wanted (member_id, order_id)
                 join purchase using (member_id, order_id)
                 left join refund using (member_id, order_id)
            """;
    private static final String SAVE = """
            insert into purchase (member_id, order_id, completed_at, total_minor, currency, cancelled, growth)
            select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::bigint[], $5::text[], $6::boolean[], $7::bigint[])
            on conflict (member_id, order_id) do update
            set completed_at = excluded.completed_at, total_minor = excluded.total_minor, currency = excluded.currency,
                cancelled = excluded.cancelled, growth = excluded.growth
            """;
    private static final String SAVE_REFUNDS = """
            insert into refund (member_id, order_id, refund_id, refunded_at, amount_minor, currency)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::bigint[], $6::text[])
            on conflict (member_id, order_id, refund_id) do update
            set refunded_at = excluded.refunded_at, amount_minor = excluded.amount_minor, currency = excluded.currency
            """;

    private record PurchaseRow(OrderKey key, Purchase purchase) {
        @Nullable Instant completedAt() {
            return purchase.completion() == null ? null : purchase.completion().at();
        }

        @Nullable Long totalMinor() {
            return purchase.completion() == null
                    ? null
                    : purchase.completion().money().amountMinor();
        }

        @Nullable String currency() {
            return purchase.completion() == null
                    ? null
                    : purchase.completion().money().currency();
        }
    }

    private record RefundRow(OrderKey key, String refundId, Stated refund) {}

    /** What is known about those of {@code orders} that were heard of before. */
    Uni<Map<OrderKey, Purchase>> load(SqlConnection tx, Set<OrderKey> orders) {
        return orders.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : tx.preparedQuery(LOAD)
                        .execute(Columns.of(orders)
                                .members(OrderKey::member)
                                .texts(OrderKey::orderId)
                                .tuple())
                        .map(PurchaseRepository::byKey);
    }

    /** Writes {@code purchases} with their refunds. */
    Uni<Void> save(SqlConnection tx, Map<OrderKey, Purchase> purchases) {
        List<PurchaseRow> rows = new ArrayList<>();
        List<RefundRow> refunds = new ArrayList<>();
        purchases.forEach((key, purchase) -> {
            rows.add(new PurchaseRow(key, purchase));
            purchase.refunds().forEach((refundId, refund) -> refunds.add(new RefundRow(key, refundId, refund)));
        });
        return savePurchases(tx, rows).chain(() -> saveRefunds(tx, refunds));
    }

    private static Uni<Void> savePurchases(SqlConnection tx, List<PurchaseRow> purchases) {
        return purchases.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(SAVE)
                        .execute(Columns.of(purchases)
                                .members(row -> row.key().member())
                                .texts(row -> row.key().orderId())
                                .instants(PurchaseRow::completedAt)
                                .longs(PurchaseRow::totalMinor)
                                .texts(PurchaseRow::currency)
                                .booleans(row -> row.purchase().cancelled())
                                .longs(row -> row.purchase().growth())
                                .tuple())
                        .replaceWithVoid();
    }

    private static Uni<Void> saveRefunds(SqlConnection tx, List<RefundRow> refunds) {
        return refunds.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(SAVE_REFUNDS)
                        .execute(Columns.of(refunds)
                                .members(row -> row.key().member())
                                .texts(row -> row.key().orderId())
                                .texts(RefundRow::refundId)
                                .instants(row -> row.refund().at())
                                .longs(row -> row.refund().money().amountMinor())
                                .texts(row -> row.refund().money().currency())
                                .tuple())
                        .replaceWithVoid();
    }

    private static Map<OrderKey, Purchase> byKey(RowSet<Row> rows) {
        Map<OrderKey, Purchase> purchases = new HashMap<>();
        for (Row row : rows) {
            OrderKey key = new OrderKey(new MemberId(row.getUUID("member_id")), row.getString("order_id"));
            purchases.merge(key, purchase(row), Purchase::plusRefundsOf);
        }
        return purchases;
    }

    private static Purchase purchase(Row row) {
        String refundId = row.getString("refund_id");
        Map<String, Stated> refunds = refundId == null
                ? Map.of()
                : Map.of(refundId, stated(row, "refunded_at", "amount_minor", "refund_currency"));
        return new Purchase(completion(row), refunds, row.getBoolean("cancelled"));
    }

    private static @Nullable Stated completion(Row row) {
        return row.getOffsetDateTime("completed_at") == null
                ? null
                : stated(row, "completed_at", "total_minor", "currency");
    }

    private static Stated stated(Row row, String at, String amountMinor, String currency) {
        return new Stated(
                row.getOffsetDateTime(at).toInstant(), new Money(row.getLong(amountMinor), row.getString(currency)));
    }
}
