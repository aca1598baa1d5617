package dev.lodestone.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberIdTest {
    /** Known values, reckoned by another UUIDv5 implementation: rows of every brand hang on them, so they never change. */
    @ParameterizedTest
    @CsvSource({
        "crm:00017, 6fcd3a5c-be1d-5613-a5d6-87f5face13b1",
        "wecom:wmXY, ef45fbc1-6719-5f5b-8481-d6a3d0188855",
        "oidc:4b1d8c0e-8d6f-4f6e-a9f3-0a1b2c3d4e5f, 1245be2f-be94-5507-a2cc-01ba91fb0000",
        "crm:顾客-17, a080ccc7-b790-5c20-8939-1eaca6c642b7"
    })
    void shouldDeriveTheSameIdForeverFromAReference(String reference, UUID expected) {
        assertEquals(expected, MemberId.of(reference).value());
        assertEquals(5, expected.version());
    }

    @Test
    void shouldTakeAUuidAsItIsInEitherCase() {
        MemberId member = MemberId.of("019CA7AA-12F8-7A03-97AA-F94DE2F5CE01");

        assertEquals("019ca7aa-12f8-7a03-97aa-f94de2f5ce01", member.toString());
        assertEquals(member, MemberId.of(member.toString()));
    }

    @Test
    void shouldTellPeopleApartByChannelAndByCase() {
        assertNotEquals(MemberId.of("crm:00017"), MemberId.of("pos:00017"));
        assertNotEquals(MemberId.of("wecom:wmXY"), MemberId.of("wecom:wmxy"));
    }

    @Test
    void shouldTakeTheLongestReference() {
        assertEquals(
                5, MemberId.of("a".repeat(32) + ":" + "1".repeat(160)).value().version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "00017",
                ":00017",
                "crm:",
                "CRM:00017",
                "1crm:00017",
                "crm:000 17",
                " crm:00017",
                "crm:00017\n",
                "xiaomai@example.com",
                "1-1-1-1-1",
                "019ca7aa12f87a0397aaf94de2f5ce01",
                "{019ca7aa-12f8-7a03-97aa-f94de2f5ce01}"
            })
    void shouldRefuseWhatIsNoReferenceAndNotRepeatIt(String reference) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> MemberId.of(reference));

        assertEquals("member reference must be a UUID or channel:externalId, such as crm:00017", refused.getMessage());
    }

    @Test
    void shouldRefuseAReferenceThatIsTooLong() {
        assertThrows(IllegalArgumentException.class, () -> MemberId.of("crm:" + "1".repeat(161)));
        assertThrows(IllegalArgumentException.class, () -> MemberId.of("a".repeat(33) + ":1"));
    }

    @Test
    void shouldOrderByUnsignedBytesAsTheDatabaseDoes() {
        List<String> scattered = List.of(
                "80000000-0000-0000-0000-000000000000",
                "00000000-0000-0000-ffff-ffffffffffff",
                "ffffffff-ffff-ffff-ffff-ffffffffffff",
                "00000000-0000-0000-7fff-ffffffffffff",
                "7fffffff-ffff-ffff-ffff-ffffffffffff",
                "00000000-0000-0000-0000-000000000000",
                "00000000-0000-0000-8000-000000000000");

        List<MemberId> byMember = scattered.stream().map(MemberId::of).sorted().toList();
        List<MemberId> byBytes = scattered.stream()
                .map(MemberId::of)
                .sorted(Comparator.comparing(MemberIdTest::bytes, Arrays::compareUnsigned))
                .toList();

        assertEquals(byBytes, byMember);
        assertEquals(
                scattered.stream().sorted().toList(),
                byMember.stream().map(MemberId::toString).toList());
    }

    @Test
    void shouldCompareAsEqualOnlyWhatIsEqual() {
        MemberId member = MemberId.of("crm:00017");

        assertEquals(0, member.compareTo(MemberId.of("crm:00017")));
        assertTrue(Stream.of("crm:00018", "crm:00016").map(MemberId::of).noneMatch(m -> m.compareTo(member) == 0));
        assertFalse(member.compareTo(MemberId.of("crm:00018"))
                == MemberId.of("crm:00018").compareTo(member));
    }

    private static byte[] bytes(MemberId member) {
        return ByteBuffer.allocate(16)
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .array();
    }
}
