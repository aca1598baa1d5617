package dev.lodestone.platform.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lodestone.events.EventType;
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
        assertEquals(reason, refusal(bytes.getBytes(UTF_8)));
    }

    @Test
    void shouldRefuseARecordWithoutValue() {
        assertEquals("the record has no value", refusal(null));
    }

    @Test
    void shouldRefuseTrailingGarbage() {
        byte[] event = (sample() + " " + PERSONAL).getBytes(UTF_8);

        assertEquals("malformed JSON at line 1, column", refusal(event).replaceAll(" \\d+$", ""));
    }

    @Test
    void shouldRefuseASecondEventInOneRecord() {
        assertEquals("the record must be one JSON object and nothing else", refusal((sample() + "{}").getBytes(UTF_8)));
    }

    @Test
    void shouldRefuseBytesOfNoKnownText() {
        assertEquals("malformed JSON at line 1, column 1", refusal(new byte[] {(byte) 0xC3, 0x28, 0x41, 0x42}));
        assertEquals(
                "the record is not UTF-8 text",
                refusal(new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF, 0x7F, 0x7F, 0x7F, 0x7F}));
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
            id          | ''                      | id must have 1 to 200 characters
            source      | ' '                     | source must have 1 to 200 characters
            causationid | ' '                     | causationid must have 1 to 200 characters
            data        | xiaomai@example.com     | data must be a JSON object
            """)
    void shouldRefuseAnEnvelopeThatIsWrong(String member, String value, String reason) {
        assertEquals(reason, refusal(Contract.bytes(sample().put(member, value))));
    }

    @Test
    void shouldRefuseDataThatIsNull() {
        assertEquals("data is missing", refusal(Contract.bytes(sample().putNull("data"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName", "email", "emailConsent", "birthday", "zone"})
    void shouldRepeatNothingOfAPersonWhenAProfileIsWrong(String member) {
        ObjectNode event = sample();
        ((ObjectNode) event.at("/data/profile")).putObject(member).put("name", PERSONAL);

        assertEquals("profile." + member + " is missing or of the wrong kind", refusal(Contract.bytes(event)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"birthday", "zone"})
    void shouldNotRepeatTextWhereAnotherFormIsDue(String member) {
        ObjectNode event = sample();
        ((ObjectNode) event.at("/data/profile")).put(member, PERSONAL);

        assertEquals("profile." + member + " has a value of the wrong form", refusal(Contract.bytes(event)));
    }

    @Test
    void shouldNotRepeatTheNamesOfAttributes() {
        ObjectNode event = new Contract(EventType.BEHAVIOUR_RECORDED).sample();
        ((ObjectNode) event.at("/data/attributes")).put(PERSONAL, 7);

        assertEquals("attributes.* has a value of the wrong form", refusal(Contract.bytes(event)));
    }

    @Test
    void shouldRefuseHalfASurrogatePair() {
        String event = new Contract(EventType.ORDER_CANCELLED)
                .sample()
                .toString()
                .replace("the kitchen had run out of broth", "\\ud83c");

        assertEquals("reason must not hold U+0000 or half a surrogate pair", refusal(event.getBytes(UTF_8)));
    }

    @Test
    void shouldCountCharactersAndNotHalvesOfThem() {
        ObjectNode event = sample();
        ((ObjectNode) event.at("/data/profile")).put("displayName", "🍜".repeat(100));

        assertEquals(event, Contract.tree(EventCodec.encode(EventCodec.decode(Contract.bytes(event)))));
    }

    @Test
    void shouldIgnoreATraceContextThatIsNotWellFormed() {
        assertNull(EventCodec.decode(Contract.bytes(sample().put("traceparent", PERSONAL)))
                .traceparent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm:00017", "6FCD3A5C-BE1D-5613-A5D6-87F5FACE13B1"})
    void shouldKnowTheSameMemberByAnyReference(String subject) {
        assertEquals(
                EventCodec.decode(Contract.bytes(sample())),
                EventCodec.decode(Contract.bytes(sample().put("subject", subject))));
    }

    @Test
    void shouldTakeATimeWithAnyOffsetForTheSameInstant() {
        assertEquals(
                EventCodec.decode(Contract.bytes(sample())),
                EventCodec.decode(Contract.bytes(sample().put("time", "2026-01-10T11:20:00+08:00"))));
    }

    private static ObjectNode sample() {
        return new Contract(EventType.MEMBER_REGISTERED).sample();
    }

    private static String refusal(byte @Nullable [] bytes) {
        String reason = String.valueOf(assertThrows(UnreadableEventException.class, () -> EventCodec.decode(bytes))
                .getMessage());
        assertFalse(reason.contains("xiaomai"), reason);
        return reason;
    }
}
