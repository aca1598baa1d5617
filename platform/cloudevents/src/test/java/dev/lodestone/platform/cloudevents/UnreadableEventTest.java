package dev.lodestone.platform.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lodestone.events.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are not events are rejected with a helpful reason that repeats no personal data. */
class UnreadableEventTest {
    private static final String PERSONAL = "xiaomai@example.com";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                      | the record must be one JSON object and nothing else
            null                                    | the record's JSON object is missing
            []                                      | the record must be one JSON object and nothing else
            [{"specversion":"1.0"}]                 | the record must be one JSON object and nothing else
            "xiaomai@example.com"                   | the record must be one JSON object and nothing else
            7                                       | the record must be one JSON object and nothing else
            {}                                      | specversion must be 1.0
            {"id":                                  | malformed JSON at line 1, column 7
            {"specversion":"1.0","data":{"profile": | malformed JSON at line 1, column 40
            xiaomai@example.com                     | malformed JSON at line 1, column 1
            {"id":7}                                | id has a value of the wrong form
            """)
    void shouldSayWhatIsWrongWithBytesThatAreNoEvent(String bytes, String reason) {
        assertThat(refusal(bytes.getBytes(UTF_8))).isEqualTo(reason);
    }

    @Test
    void shouldRefuseARecordWithoutValue() {
        assertThat(refusal(null)).isEqualTo("the record has no value");
    }

    @Test
    void shouldRefuseTrailingGarbage() {
        byte[] event = (sample() + " " + PERSONAL).getBytes(UTF_8);

        assertThat(refusal(event).replaceAll(" \\d+$", "")).isEqualTo("malformed JSON at line 1, column");
    }

    @Test
    void shouldRefuseAMemberThatIsThereTwice() {
        String event = new Contract(EventType.ORDER_COMPLETED).sample().toString();

        assertThat(refusal(event.replaceFirst("\"amountMinor\":", "\"amountMinor\":1,\"amountMinor\":")
                        .getBytes(UTF_8)))
                .startsWith("malformed JSON: a member is there twice at line 1, column ");
        assertThat(refusal(event.replaceFirst("\"id\":", "\"id\":\"1\",\"id\":").getBytes(UTF_8)))
                .startsWith("malformed JSON: a member is there twice at line 1, column ");
        assertThat(refusal(("{\"" + PERSONAL + "\":1,\"" + PERSONAL + "\":2}").getBytes(UTF_8)))
                .startsWith("malformed JSON: a member is there twice at line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 100_000})
    void shouldSayThatTheJsonIsTooDeep(int levels) {
        String deep = "[".repeat(levels) + "]".repeat(levels);

        for (String event : List.of(
                "{\"later\":" + deep + "}",
                "{\"data\":" + deep + "}",
                sample().toString().replaceFirst("\"profile\":", "\"later\":" + deep + ",\"profile\":"))) {
            assertThat(refusal(event.getBytes(UTF_8))).startsWith("malformed JSON: nested deeper than 1000 levels");
        }
    }

    @Test
    void shouldSayThatANumberOrANameIsTooLong() {
        String event = new Contract(EventType.ORDER_COMPLETED).sample().toString();

        assertThat(refusal(event.replaceFirst("\"amountMinor\":", "\"amountMinor\":" + "9".repeat(2_000))
                        .getBytes(UTF_8)))
                .startsWith("malformed JSON: a number has more than 1000 digits");
        assertThat(refusal(event.replaceFirst("\"total\":", "\"" + "n".repeat(60_000) + "\":1,\"total\":")
                        .getBytes(UTF_8)))
                .startsWith("malformed JSON: a name or text is too long");
    }

    @Test
    void shouldRefuseASecondEventInOneRecord() {
        assertThat(refusal((sample() + "{}").getBytes(UTF_8)))
                .isEqualTo("the record must be one JSON object and nothing else");
    }

    @Test
    void shouldRefuseBytesOfNoKnownText() {
        assertThat(refusal(new byte[] {(byte) 0xC3, 0x28, 0x41, 0x42})).isEqualTo("malformed JSON at line 1, column 1");
        assertThat(refusal(new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF, 0x7F, 0x7F, 0x7F, 0x7F}))
                .isEqualTo("the record is not UTF-8 text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            specversion | 0.3                     | specversion must be 1.0
            type        | brand.order.burnt.v1    | type brand.order.burnt.v1 is not known
            type        | for xiaomai@example.com | type is not known
            subject     | xiaomai@example.com     | member reference must be a UUID or channel:externalId, such as crm:00017
            time        | xiaomai@example.com     | time must be an RFC 3339 time with its offset, such as 2026-03-01T12:30:00+08:00
            time        | 2026-03-01T12:30:00     | time must be an RFC 3339 time with its offset, such as 2026-03-01T12:30:00+08:00
            time        | 2026-02-30T12:30:00Z    | time must be an RFC 3339 time with its offset, such as 2026-03-01T12:30:00+08:00
            time        | +99999-03-01T12:30:00Z  | time must be an RFC 3339 time with its offset, such as 2026-03-01T12:30:00+08:00
            time        | 0000-01-01T00:00:00+18:00 | time must be in the years 0001 to 9999 of UTC
            time        | 9999-12-31T23:59:59-00:01 | time must be in the years 0001 to 9999 of UTC
            id          | ''                      | id must have 1 to 200 characters
            source      | ' '                     | source must have 1 to 200 characters
            causationid | ' '                     | causationid must have 1 to 200 characters
            data        | xiaomai@example.com     | data must be a JSON object
            """)
    void shouldRefuseAnEnvelopeThatIsWrong(String member, String value, String reason) {
        assertThat(refusal(Contract.bytes(sample().put(member, value)))).isEqualTo(reason);
    }

    @Test
    void shouldRefuseDataThatIsNull() {
        assertThat(refusal(Contract.bytes(sample().putNull("data")))).isEqualTo("data is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName", "email", "emailConsent", "birthday", "zone"})
    void shouldRepeatNothingOfAPersonWhenAProfileIsWrong(String member) {
        ObjectNode event = sample();
        ((ObjectNode) event.at("/data/profile")).putObject(member).put("name", PERSONAL);

        assertThat(refusal(Contract.bytes(event))).isEqualTo("profile." + member + " is missing or of the wrong kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"birthday", "zone"})
    void shouldNotRepeatTextWhereAnotherFormIsDue(String member) {
        ObjectNode event = sample();
        ((ObjectNode) event.at("/data/profile")).put(member, PERSONAL);

        assertThat(refusal(Contract.bytes(event))).isEqualTo("profile." + member + " has a value of the wrong form");
    }

    @Test
    void shouldNotRepeatTheNamesOfAttributes() {
        ObjectNode event = new Contract(EventType.BEHAVIOUR_RECORDED).sample();
        ((ObjectNode) event.at("/data/attributes")).put(PERSONAL, 7);

        assertThat(refusal(Contract.bytes(event))).isEqualTo("attributes.* has a value of the wrong form");
    }

    @Test
    void shouldRefuseHalfASurrogatePair() {
        String event = new Contract(EventType.ORDER_CANCELLED)
                .sample()
                .toString()
                .replace("the kitchen had run out of broth", "\\ud83c");

        assertThat(refusal(event.getBytes(UTF_8))).isEqualTo("reason must not hold U+0000 or half a surrogate pair");
    }

    @Test
    void shouldCountCharactersAndNotHalvesOfThem() {
        ObjectNode event = sample();
        ((ObjectNode) event.at("/data/profile")).put("displayName", "🍜".repeat(100));

        assertThat(Contract.tree(EventCodec.encode(EventCodec.decode(Contract.bytes(event)))))
                .isEqualTo(event);
    }

    @Test
    void shouldIgnoreATraceContextThatIsNotWellFormed() {
        assertThat(EventCodec.decode(Contract.bytes(sample().put("traceparent", PERSONAL)))
                        .traceparent())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm:00017", "6FCD3A5C-BE1D-5613-A5D6-87F5FACE13B1"})
    void shouldKnowTheSameMemberByAnyReference(String subject) {
        assertThat(EventCodec.decode(Contract.bytes(sample().put("subject", subject))))
                .isEqualTo(EventCodec.decode(Contract.bytes(sample())));
    }

    @Test
    void shouldTakeATimeWithAnyOffsetForTheSameInstant() {
        assertThat(EventCodec.decode(Contract.bytes(sample().put("time", "2026-01-10T11:20:00+08:00"))))
                .isEqualTo(EventCodec.decode(Contract.bytes(sample())));
    }

    private static ObjectNode sample() {
        return new Contract(EventType.MEMBER_REGISTERED).sample();
    }

    private static String refusal(byte @Nullable [] bytes) {
        String reason =
                String.valueOf(catchThrowableOfType(UnreadableEventException.class, () -> EventCodec.decode(bytes))
                        .getMessage());
        assertThat(reason).doesNotContain("xiaomai");
        return reason;
    }
}
