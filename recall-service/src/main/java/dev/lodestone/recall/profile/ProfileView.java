package dev.lodestone.recall.profile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a member's orders so far.
 *
 * {@snippet lang=json :
 * {
 *   "memberId": "0b9f6f0e-7f0c-5c56-9d0a-3c1f6f0f2a11", "firstOrderAt": "2025-11-02T10:00:00Z", "lastOrderAt": "2026-03-01T04:30:00Z",
 *   "orders": 7, "amountMinor": 61200, "currency": "CNY", "otherAmounts": [], "lifecycle": "ACTIVE"
 * }
 * }
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
