package dev.lodestone.tier.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MembershipNumberTest {
    @Test
    void shouldEndInTheCheckDigitOfLuhnsRule() {
        assertEquals("L0000000018", new MembershipNumber(1).toString());
        assertEquals("L9992739871", new MembershipNumber(999_273_987).toString());
        assertTrue(valid("79927398713"), "the check below knows the rule's usual example");
    }

    @Property
    void shouldBeValid(@ForAll @LongRange(min = 1, max = 999_999_999) long serial) {
        assertTrue(valid(new MembershipNumber(serial).toString().substring(1)));
    }

    @Property
    void shouldBecomeInvalidWhenOneDigitIsWrong(
            @ForAll @LongRange(min = 1, max = 999_999_999) long serial,
            @ForAll @IntRange(max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int error) {
        StringBuilder digits =
                new StringBuilder(new MembershipNumber(serial).toString().substring(1));
        digits.setCharAt(place, (char) ('0' + (digits.charAt(place) - '0' + error) % 10));
        assertFalse(valid(digits.toString()));
    }

    @Test
    void shouldRefuseASerialThatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> new MembershipNumber(0));
        assertThrows(IllegalArgumentException.class, () -> new MembershipNumber(1_000_000_000));
    }

    /** Luhn's rule from the reader's side: from the right, every second digit doubled, the digits' sum ends in 0. */
    private static boolean valid(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
