package dev.lodestone.recall.profile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a member's orders so far.
 *
 * @param firstOrderAt null if no order counts
 * @param lastOrderAt null if no order counts
 * @param orders completed and not cancelled
 * @param amountMinor net of refunds, of the orders in {@code currency}, in its minor unit
 * @param currency of the first order; null if no order counts
 * @param otherAmounts of orders in other currencies
 * @param lifecycle today; null if no order counts
 */
public record ProfileView(
        UUID memberId,
        @Nullable Instant firstOrderAt,
        @Nullable Instant lastOrderAt,
        long orders,
        long amountMinor,
        @Nullable String currency,
        List<Amount> otherAmounts,
        @Nullable LifecycleState lifecycle) {

    /** @param amountMinor in the minor unit of {@code currency} */
    public record Amount(long amountMinor, String currency) {}
}
