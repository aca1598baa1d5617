package dev.lodestone.points.earning;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * An order as far as points care. A refund may arrive before its order; then the amount is not known yet.
 *
 * @param amount what was paid, or {@code null} before the order has arrived
 * @param currency of the order or of the refund that came first, or {@code null}
 * @param refundedMinor what was given back so far; never counted above the amount
 */
record Purchase(
        MemberId member,
        String orderId,
        @Nullable Long amount,
        @Nullable String currency,
        long refundedMinor) {

    static Purchase unknown(MemberId member, String orderId) {
        return new Purchase(member, orderId, null, null, 0);
    }

    boolean completed() {
        return amount != null;
    }

    /** Whether the order is known and something of it was given back. */
    boolean refunded() {
        return amount != null && refundedMinor > 0;
    }

    Purchase completed(Money total) {
        sameCurrency(total);
        return new Purchase(member, orderId, total.amountMinor(), total.currency(), refundedMinor);
    }

    Purchase refunded(Money money) {
        sameCurrency(money);
        long sum = Math.min(Money.AMOUNT_MAX, refundedMinor + money.amountMinor());
        return new Purchase(member, orderId, amount, money.currency(), sum);
    }

    /** A cancelled order counts as refunded whole, whatever it cost. */
    Purchase cancelled() {
        return new Purchase(member, orderId, amount, currency, Money.AMOUNT_MAX);
    }

    /**
     * What is kept of {@code points}, earned by the order or spent on it: the share of them that the unrefunded share of the money is,
     * rounded down, so that several refunds add up to what one of the same sum would do.
     */
    long kept(long points) {
        long total = amount == null ? 0 : amount;
        long unrefunded = Math.max(0, total - refundedMinor);
        return total == 0
                ? 0
                : BigInteger.valueOf(points)
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
