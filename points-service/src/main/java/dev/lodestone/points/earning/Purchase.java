package dev.lodestone.points.earning;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as far as points care. A refund may arrive before its order; then the amount is not known yet.
 *
 * @param amount what was paid, or {@code null} before the order has arrived
 * @param currency of the order or of the refund that came first, or {@code null}
 * @param refundedMinor what was given back so far; never counted above the amount
 * @param earned points the order brought
 * @param takenBack points that refunds took back
 * @param lotId the first lot that the order opened
 */
record Purchase(
        MemberId member,
        String orderId,
        @Nullable Long amount,
        @Nullable String currency,
        long refundedMinor,
        long earned,
        long takenBack,
        @Nullable UUID lotId) {

    static Purchase unknown(MemberId member, String orderId) {
        return new Purchase(member, orderId, null, null, 0, 0, 0, null);
    }

    boolean completed() {
        return amount != null;
    }

    Purchase completed(Money total, long points, @Nullable UUID lot) {
        sameCurrency(total);
        return new Purchase(
                member, orderId, total.amountMinor(), total.currency(), refundedMinor, points, takenBack, lot);
    }

    Purchase refunded(Money money) {
        sameCurrency(money);
        long sum = Math.min(Money.AMOUNT_MAX, refundedMinor + money.amountMinor());
        return new Purchase(member, orderId, amount, money.currency(), sum, earned, takenBack, lotId);
    }

    /** A cancelled order counts as refunded whole, whatever it cost. */
    Purchase cancelled() {
        return new Purchase(member, orderId, amount, currency, Money.AMOUNT_MAX, earned, takenBack, lotId);
    }

    Purchase tookBack(long points) {
        return new Purchase(member, orderId, amount, currency, refundedMinor, earned, takenBack + points, lotId);
    }

    /**
     * Points still to be taken back: the member keeps the share of the points that the unrefunded share of the money is, rounded down, so
     * that several refunds add up to what one of the same sum would take.
     */
    long due() {
        if (amount == null || earned == 0) {
            return 0;
        }
        return earned - kept(amount) - takenBack;
    }

    private long kept(long total) {
        long unrefunded = Math.max(0, total - refundedMinor);
        return total == 0
                ? 0
                : BigInteger.valueOf(earned)
                        .multiply(BigInteger.valueOf(unrefunded))
                        .divide(BigInteger.valueOf(total))
                        .longValueExact();
    }

    private void sameCurrency(Money money) {
        if (currency != null && !currency.equals(money.currency())) {
            throw new IllegalArgumentException(
                    "order " + orderId + " is in " + currency + ", but this is in " + money.currency());
        }
    }
}
