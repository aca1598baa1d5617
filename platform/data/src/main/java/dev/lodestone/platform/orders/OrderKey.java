package dev.lodestone.platform.orders;

import dev.lodestone.events.MemberId;
import java.util.Comparator;

/**
 * Names one member's order; sorted as rows are written, by member first.
 *
 * @param name the order's number, with its source where a member may have the number once from each source
 */
public record OrderKey(MemberId member, String name) implements Comparable<OrderKey> {
    private static final Comparator<OrderKey> ORDER =
            Comparator.comparing(OrderKey::member).thenComparing(OrderKey::name);

    @Override
    public int compareTo(OrderKey other) {
        return ORDER.compare(this, other);
    }
}
