package dev.lodestone.events;

import java.util.Currency;

/**
 * An amount of money that is not negative.
 *
 * @param amountMinor the amount in the currency's minor unit (29900 is 299.00 CNY), at most {@link #AMOUNT_MAX}
 * @param currency ISO 4217 code of a money, such as {@code CNY}
 */
public record Money(long amountMinor, String currency) {
    /** The largest amount an event may carry: a trillion major units, so that a rule's arithmetic has room. */
    public static final long AMOUNT_MAX = 100_000_000_000_000L;

    public Money {
        Require.between(amountMinor, 0, AMOUNT_MAX, "amountMinor");
        if (!isMoney(Require.present(currency, "currency"))) {
            throw new IllegalArgumentException("currency must be the ISO 4217 code of a money, such as CNY");
        }
    }

    /** Codes such as XXX and XAU are in the standard but have no minor unit. */
    private static boolean isMoney(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
