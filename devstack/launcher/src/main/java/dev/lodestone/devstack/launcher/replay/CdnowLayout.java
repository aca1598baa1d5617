package dev.lodestone.devstack.launcher.replay;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.cloudevents.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Four columns apart by blanks, as in the CDNOW purchase data of the literature on customer value: customer, day ({@code yyyymmdd}),
 * pieces, US dollars with two decimals. A line that names the columns may come first. The order is booked at noon UTC of its day,
 * its member is {@code cdnow:<customer>}, and its number is the line's, since the file has none.
 */
final class CdnowLayout implements OrderLayout {
    private static final Pattern HEADER = Pattern.compile("\\s*customer_id\\s+date\\s+.*");
    private static final Pattern ROW =
            Pattern.compile("\\s*(\\d+)\\s+(\\d{8})\\s+(\\d+)\\s+(\\d{1,12})\\.(\\d{2})\\s*");

    @Override
    public boolean recognises(String firstLine) {
        return isHeader(firstLine) || ROW.matcher(firstLine).matches();
    }

    @Override
    public boolean isHeader(String firstLine) {
        return HEADER.matcher(firstLine).matches();
    }

    @Override
    public Event<OrderCompleted> event(int line, String content) {
        Matcher row = ROW.matcher(content);
        if (!row.matches()) {
            throw new IllegalArgumentException(
                    "customer, yyyymmdd, pieces and dollars with two decimals expected, found: " + content.strip());
        }
        // Dollars and cents apart: a binary fraction would lose a cent now and then.
        long cents =
                Math.addExact(Math.multiplyExact(Long.parseLong(row.group(4)), 100L), Long.parseLong(row.group(5)));
        OrderCompleted order = new OrderCompleted("cdnow-" + line, new Money(cents, "USD"), List.of(), null);
        return new Event<>(
                EventIds.ofRow("cdnow", line, content.strip()),
                "/replay/cdnow",
                MemberId.of("cdnow:" + row.group(1)),
                noon(row.group(2)),
                order,
                null,
                null);
    }

    private static Instant noon(String day) {
        LocalDate date = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
        return date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
