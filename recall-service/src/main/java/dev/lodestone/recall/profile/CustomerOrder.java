package dev.lodestone.recall.profile;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one order so far. The facts about it may come in any order: a refund or a cancellation waits for its completion.
 *
 * @param completedAt business time; null while the completion was not told
 * @param currency of the total and the refunds; null while no amount was told
 */
record CustomerOrder(
        Key key,
        @Nullable Instant completedAt,
        @Nullable String currency,
        long totalMinor,
        long refundedMinor,
        boolean cancelled) {

    record Key(MemberId member, String orderId) {}

    static CustomerOrder unheardOf(Key key) {
        return new CustomerOrder(key, null, null, 0, 0, false);
    }

    /** The first completion stands: an order completes once, whatever a shop repeats under a new event id. */
    CustomerOrder complete(Instant at, Money total) {
        return completedAt != null
                ? this
                : new CustomerOrder(key, at, same(total.currency()), total.amountMinor(), refundedMinor, cancelled);
    }

    CustomerOrder refund(Money refunded) {
        long sum = Math.addExact(refundedMinor, refunded.amountMinor());
        return new CustomerOrder(key, completedAt, same(refunded.currency()), totalMinor, sum, cancelled);
    }

    CustomerOrder cancel() {
        return new CustomerOrder(key, completedAt, currency, totalMinor, refundedMinor, true);
    }

    /** A refunded order still counts, since the member was there; a cancelled one never does. */
    boolean counts() {
        return completedAt != null && !cancelled;
    }

    /** What the brand kept, never below zero. */
    long netMinor() {
        return Math.max(0, totalMinor - refundedMinor);
    }

    private String same(String told) {
        if (currency != null && !currency.equals(told)) {
            throw new IllegalArgumentException(
                    "an order and its refunds must be in one currency, but were in " + currency + " and " + told);
        }
        return told;
    }
}
