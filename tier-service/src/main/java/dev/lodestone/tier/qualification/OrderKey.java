package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import java.util.Comparator;

/** Names one member's order; sorted as rows are written, by member first. */
record OrderKey(MemberId member, String orderId) implements Comparable<OrderKey> {
    private static final Comparator<OrderKey> ORDER =
            Comparator.comparing(OrderKey::member).thenComparing(OrderKey::orderId);

    @Override
    public int compareTo(OrderKey other) {
        return ORDER.compare(this, other);
    }
}
