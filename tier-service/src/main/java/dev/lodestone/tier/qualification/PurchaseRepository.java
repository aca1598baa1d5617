package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    private record RefundRow(OrderKey key, String refundId, Stated refund) {}

    /** What is known about those of {@code keys} that were heard of before. */
    Uni<Map<OrderKey, Purchase>> load(SqlConnection tx, Set<OrderKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple columns = Tuple.tuple().addArrayOfUUID(members(keys)).addArrayOfString(orders(keys));
        return tx.preparedQuery(LOAD).execute(columns).map(PurchaseRepository::byKey);
    }

    /** Writes {@code purchases} and their refunds whole. */
    Uni<Void> save(SqlConnection tx, Map<OrderKey, Purchase> purchases) {
        if (purchases.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<RefundRow> refunds = new ArrayList<>();
        purchases.forEach((key, purchase) ->
                purchase.refunds().forEach((refundId, refund) -> refunds.add(new RefundRow(key, refundId, refund))));
        return tx.preparedQuery(SAVE).execute(columns(purchases)).chain(() -> saveRefunds(tx, refunds));
    }

    private static Uni<Void> saveRefunds(SqlConnection tx, List<RefundRow> refunds) {
        return refunds.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(SAVE_REFUNDS).execute(columns(refunds)).replaceWithVoid();
    }

    private static Tuple columns(Map<OrderKey, Purchase> purchases) {
        int size = purchases.size();
        OffsetDateTime[] completedAt = new OffsetDateTime[size];
        Long[] totalMinor = new Long[size];
        String[] currency = new String[size];
        Boolean[] cancelled = new Boolean[size];
        Long[] growth = new Long[size];
        int row = 0;
        for (Purchase purchase : purchases.values()) {
            Stated completion = purchase.completion();
            if (completion != null) {
                completedAt[row] = time(completion.at());
                totalMinor[row] = completion.money().amountMinor();
                currency[row] = completion.money().currency();
            }
            cancelled[row] = purchase.cancelled();
            growth[row] = purchase.growth();
            row++;
        }
        return Tuple.tuple()
                .addArrayOfUUID(members(purchases.keySet()))
                .addArrayOfString(orders(purchases.keySet()))
                .addArrayOfOffsetDateTime(completedAt)
                .addArrayOfLong(totalMinor)
                .addArrayOfString(currency)
                .addArrayOfBoolean(cancelled)
                .addArrayOfLong(growth);
    }

    private static Tuple columns(List<RefundRow> refunds) {
        List<OrderKey> keys = refunds.stream().map(RefundRow::key).toList();
        List<Money> amounts = refunds.stream().map(row -> row.refund().money()).toList();
        return Tuple.tuple()
                .addArrayOfUUID(members(keys))
                .addArrayOfString(orders(keys))
                .addArrayOfString(refunds.stream().map(RefundRow::refundId).toArray(String[]::new))
                .addArrayOfOffsetDateTime(
                        refunds.stream().map(row -> time(row.refund().at())).toArray(OffsetDateTime[]::new))
                .addArrayOfLong(amounts.stream().map(Money::amountMinor).toArray(Long[]::new))
                .addArrayOfString(amounts.stream().map(Money::currency).toArray(String[]::new));
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

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static UUID[] members(Collection<OrderKey> keys) {
        return keys.stream().map(key -> key.member().value()).toArray(UUID[]::new);
    }

    private static String[] orders(Collection<OrderKey> keys) {
        return keys.stream().map(OrderKey::orderId).toArray(String[]::new);
    }
}
