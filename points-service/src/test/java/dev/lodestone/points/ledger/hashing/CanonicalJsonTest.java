package dev.lodestone.points.ledger.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of RFC 8785, as far as they hold what a row holds: objects of texts and whole numbers. */
class CanonicalJsonTest {
    private static final long DOUBLE_EXACT_MAX = 1L << 53;

    /** Section 3.2.2 has the input, section 3.2.4 its bytes. */
    @Test
    void shouldWriteTextsAsTheRfcDoes() {
        String json = new CanonicalJson()
                .put("string", "\u20ac$\u000f\nA'\u0042\"\\\\\"/")
                .toString();

        assertThat(HexFormat.ofDelimiter(" ").formatHex(json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("7b 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c 22"
                        + " 5c 5c 5c 5c 5c 22 2f 22 7d");
    }

    /** Section 3.2.3: by UTF-16 code units, so the emoji comes before U+FB33. */
    @Test
    void shouldTakeMembersInTheOrderOfTheRfcAlone() {
        CanonicalJson json = new CanonicalJson()
                .put("\r", "Carriage Return")
                .put("1", "One")
                .put("\u0080", "Control\u007f")
                .put("\u00f6", "Latin Small Letter O With Diaeresis")
                .put("\u20ac", "Euro Sign")
                .put("\ud83d\ude00", "Emoji: Grinning Face")
                .put("\ufb33", "Hebrew Letter Dalet With Dagesh");

        assertThat(json)
                .hasToString("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\u007f\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        assertThatThrownBy(() -> json.put("\ud83d\ude00", "again")).isInstanceOf(IllegalStateException.class);
    }

    /** The whole numbers of appendix B. */
    @ParameterizedTest
    @ValueSource(longs = {0, 9_007_199_254_740_992L, -9_007_199_254_740_992L})
    void shouldWriteWholeNumbersAsTheRfcDoes(long number) {
        assertThat(new CanonicalJson().put("n", number)).hasToString("{\"n\":" + number + "}");
    }

    @Test
    void shouldKeepTheDigitsOfNumbersThatADoubleCannotHold() {
        assertThat(new CanonicalJson().put("n", DOUBLE_EXACT_MAX + 1)).hasToString("{\"n\":9007199254740993}");
        assertThat(new CanonicalJson().put("n", Long.MIN_VALUE)).hasToString("{\"n\":-9223372036854775808}");
    }

    @Test
    void shouldWriteTimesWithMicrosecondsAndLeaveOutWhatHasNoValue() {
        assertThat(new CanonicalJson()
                        .put("at", Instant.parse("2026-03-01T04:30:00.1Z"))
                        .put("note", (String) null))
                .hasToString("{\"at\":\"2026-03-01T04:30:00.100000Z\"}");
    }
}
