package dev.lodestone.events;

import java.util.Currency;

/**
 * An amount of money that is not negative.
 *
 * @param amountMinor the amount in the currency's minor unit (29900 is 299.00 CNY), at most {@link #AMOUNT_MAX}
 * @param currency ISO 4217 code, such as {@code CNY}
 */
public record Money(long amountMinor, String currency) {
    /** The largest amount an event may carry: a trillion major units, so that a rule's arithmetic has room. */
    public static final long AMOUNT_MAX = 100_000_000_000_000L;

    public Money {
        Require.between(amountMinor, 0, AMOUNT_MAX, "amountMinor");
        try {
            Currency.getInstance(Require.present(currency, "currency"));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code such as CNY, but was " + currency);
        }
    }
}
