package dev.lodestone.tier.membership;

import dev.lodestone.events.Require;

/**
 * The number on a member's card: {@code L}, a serial number of nine digits and a check digit by the Luhn algorithm (ISO/IEC 7812-1, annex
 * B). The check digit detects every single wrong digit and nearly every swap of two neighbouring digits.
 *
 * @param serial from 1 to 999,999,999
 */
public record MembershipNumber(long serial) {
    /** What a membership number looks like; the check digit may still be wrong. */
    public static final String FORM = "L[0-9]{10}";

    private static final long SERIAL_MAX = 999_999_999;

    public MembershipNumber {
        Require.between(serial, 1, SERIAL_MAX, "serial");
    }

    /**
     * The number that a member or an operator typed.
     *
     * @throws IllegalArgumentException if {@code text} has another form, or the check digit does not fit the others
     */
    public static MembershipNumber of(String text) {
        if (text.matches(FORM)) {
            long serial = Long.parseLong(text.substring(1, text.length() - 1));
            if (serial > 0 && new MembershipNumber(serial).toString().equals(text)) {
                return new MembershipNumber(serial);
            }
        }
        throw new IllegalArgumentException("The membership number is mistyped: compare it with the card");
    }

    @Override
    public String toString() {
        return "L%09d%d".formatted(serial, checkDigit());
    }

    private long checkDigit() {
        long sum = 0;
        boolean doubled = true;
        for (long rest = serial; rest > 0; rest /= 10) {
            long digit = rest % 10;
            sum += doubled ? digit * 2 / 10 + digit * 2 % 10 : digit;
            doubled = !doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
