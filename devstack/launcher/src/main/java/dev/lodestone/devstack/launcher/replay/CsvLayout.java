package dev.lodestone.devstack.launcher.replay;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.cloudevents.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Comma-separated values under the header {@value #HEADER}.
 *
 * <ul>
 *   <li>{@code member}: a member reference, a UUID or {@code channel:externalId} such as {@code crm:00017}
 *   <li>{@code order_id}: the brand's number, each once in a file
 *   <li>{@code occurred_at}: RFC 3339 with offset, such as {@code 2026-03-01T12:30:00+08:00}
 *   <li>{@code amount_minor}: a whole number in the currency's minor unit, such as 2990 for 29.90
 *   <li>{@code currency}: ISO 4217, such as {@code CNY}
 * </ul>
 *
 * A value may stand in double quotes, a double quote in it written twice.
 */
final class CsvLayout implements OrderLayout {
    static final String HEADER = "member,order_id,occurred_at,amount_minor,currency";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();
    private static final int COLUMNS = 5;

    private final Map<String, Integer> lineOfOrder = new HashMap<>();

    @Override
    public boolean recognises(String firstLine) {
        return isHeader(firstLine);
    }

    @Override
    public boolean isHeader(String firstLine) {
        return firstLine.strip().equals(HEADER);
    }

    @Override
    public Event<OrderCompleted> event(int line, String content) {
        List<String> values = values(content);
        if (values.size() != COLUMNS) {
            throw new IllegalArgumentException(COLUMNS + " values expected, " + values.size() + " found");
        }
        Money total = new Money(wholeNumber(values.get(3)), values.get(4));
        OrderCompleted order = new OrderCompleted(values.get(1), total, List.of(), null);
        Integer before = lineOfOrder.putIfAbsent(order.orderId(), line);
        if (before != null) {
            throw new IllegalArgumentException("order " + order.orderId() + " is already on line " + before);
        }
        return new Event<>(
                EventIds.ofRow("csv", line, content),
                "/replay/csv",
                MemberId.of(values.get(0)),
                time(values.get(2)),
                order,
                null,
                null);
    }

    /** A value does not run over the end of its line, so that a wrong line has a number. */
    private static List<String> values(String line) {
        try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
            return parser.iterator().next().toList();
        } catch (IOException | UncheckedIOException wrong) {
            throw new IllegalArgumentException(
                    "a double quote is not closed, or is closed in the middle of a value", wrong);
        }
    }

    private static long wholeNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("amount_minor must be a whole number, but is " + text, wrong);
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "occurred_at must be a time with offset such as 2026-03-01T12:30:00+08:00, but is " + text, wrong);
        }
    }
}
