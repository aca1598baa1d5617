package dev.lodestone.platform.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.state.Completion;
import dev.lodestone.events.orders.state.OrderEvent;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The state of an order as the columns of its row: {@code completed_at, first_completed_at, completion_key, source, amount_minor, currency,
 * cancelled_at, refunds}. Refunds are packed into one column of JSON, so that an order is one row even with many refunds;
 * each is the event that published it. The usual case is null and needs no space: no cancellation, no refund, one completion.
 */
public final class OrderColumns {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID NO_KEY = new UUID(0, 0);

    private OrderColumns() {}

    /** Adds the eight columns; the last is the JSON text of the refunds. */
    public static <R> Columns<R> add(Columns<R> columns, Function<R, OrderState> state, Function<R, MemberId> member) {
        return columns.instants(row -> completed(state.apply(row), Completion::at))
                .instants(row ->
                        completed(state.apply(row), one -> one.firstAt().equals(one.at()) ? null : one.firstAt()))
                .uuids(row -> completed(state.apply(row), one -> one.key().equals(NO_KEY) ? null : one.key()))
                .texts(row -> completed(state.apply(row), Completion::source))
                .longs(row -> completed(state.apply(row), one -> one.total().amountMinor()))
                .texts(row -> completed(state.apply(row), one -> one.total().currency()))
                .instants(row -> state.apply(row).cancelledAt())
                .texts(row -> refunds(state.apply(row).refunds(), member.apply(row)));
    }

    /** Reads what {@link #add} wrote; {@code refunds} must be selected as text. */
    public static OrderState read(Row row) {
        return new OrderState(
                completion(row), Rows.instantOrNull(row, "cancelled_at"), refunds(row.getString("refunds")));
    }

    private static @Nullable Completion completion(Row row) {
        Instant at = Rows.instantOrNull(row, "completed_at");
        if (at == null) {
            return null;
        }
        Instant first = Rows.instantOrNull(row, "first_completed_at");
        UUID key = row.getUUID("completion_key");
        String source = row.getString("source");
        return new Completion(
                at,
                key == null ? NO_KEY : key,
                source == null ? "" : source,
                new Money(row.getLong("amount_minor"), row.getString("currency")),
                first == null ? at : first);
    }

    private static <V> @Nullable V completed(OrderState state, Function<Completion, @Nullable V> value) {
        return state.completion() == null ? null : value.apply(state.completion());
    }

    private static @Nullable String refunds(List<OrderEvent> refunds, MemberId member) {
        return refunds.isEmpty()
                ? null
                : refunds.stream()
                        .map(refund -> new Event<Fact>(
                                refund.id(), refund.source(), member, refund.at(), refund.fact(), null, null))
                        .map(event -> new String(EventCodec.encode(event), StandardCharsets.UTF_8))
                        .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<OrderEvent> refunds(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        List<OrderEvent> refunds = new ArrayList<>();
        for (JsonNode one : tree(json)) {
            Event<Fact> event = EventCodec.decode(one.toString().getBytes(StandardCharsets.UTF_8));
            if (event.fact() instanceof OrderFact fact) {
                refunds.add(new OrderEvent(event.source(), event.id(), event.key(), event.occurredAt(), fact));
            }
        }
        return refunds;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the refunds of an order cannot be read", broken);
        }
    }
}
