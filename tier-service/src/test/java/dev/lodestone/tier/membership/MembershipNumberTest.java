package dev.lodestone.tier.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipNumberTest {
    @Test
    void shouldEndInTheCheckDigitOfTheLuhnAlgorithm() {
        assertThat(new MembershipNumber(1).toString()).isEqualTo("L0000000018");
        assertThat(new MembershipNumber(999_273_987).toString()).isEqualTo("L9992739871");
        assertThat(valid("79927398713"))
                .as("the check below accepts the usual example of the Luhn algorithm")
                .isTrue();
    }

    @Property
    void shouldHaveAValidCheckDigit(@ForAll @LongRange(min = 1, max = 999_999_999) long serial) {
        assertThat(valid(new MembershipNumber(serial).toString().substring(1))).isTrue();
    }

    @Property
    void shouldBecomeInvalidWhenOneDigitIsWrong(
            @ForAll @LongRange(min = 1, max = 999_999_999) long serial,
            @ForAll @IntRange(max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int error) {
        StringBuilder digits =
                new StringBuilder(new MembershipNumber(serial).toString().substring(1));
        digits.setCharAt(place, (char) ('0' + (digits.charAt(place) - '0' + error) % 10));
        assertThat(valid(digits.toString())).isFalse();
    }

    @Property
    void shouldBeReadAsItIsWritten(@ForAll @LongRange(min = 1, max = 999_999_999) long serial) {
        MembershipNumber number = new MembershipNumber(serial);
        assertThat(MembershipNumber.of(number.toString())).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "L0000000019", "L0000000000", "l0000000018", "L000000018", "0000000018", "L00000000018"})
    void shouldRefuseAMistypedNumber(String text) {
        assertThatThrownBy(() -> MembershipNumber.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseASerialOutsideItsRange() {
        assertThatThrownBy(() -> new MembershipNumber(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MembershipNumber(1_000_000_000)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The Luhn algorithm as a reader applies it: double every second digit from the right; the sum of all digits must end in 0. */
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
