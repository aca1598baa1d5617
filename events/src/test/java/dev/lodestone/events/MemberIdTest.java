package dev.lodestone.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
        assertThat(MemberId.of(reference).value()).isEqualTo(expected);
        assertThat(expected.version()).isEqualTo(5);
    }

    @Test
    void shouldTakeAUuidAsItIsInEitherCase() {
        MemberId member = MemberId.of("019CA7AA-12F8-7A03-97AA-F94DE2F5CE01");

        assertThat(member.toString()).isEqualTo("019ca7aa-12f8-7a03-97aa-f94de2f5ce01");
        assertThat(MemberId.of(member.toString())).isEqualTo(member);
    }

    @Test
    void shouldTellPeopleApartByChannelAndByCase() {
        assertThat(MemberId.of("pos:00017")).isNotEqualTo(MemberId.of("crm:00017"));
        assertThat(MemberId.of("wecom:wmxy")).isNotEqualTo(MemberId.of("wecom:wmXY"));
    }

    @Test
    void shouldTakeTheLongestReference() {
        assertThat(MemberId.of("a".repeat(32) + ":" + "1".repeat(160)).value().version())
                .isEqualTo(5);
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
        IllegalArgumentException refused =
                catchThrowableOfType(IllegalArgumentException.class, () -> MemberId.of(reference));

        assertThat(refused.getMessage())
                .isEqualTo("member reference must be a UUID or channel:externalId, such as crm:00017");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm:a\ud800", "crm:a\ud801", "crm:\udf5c\ud83c", "crm:a\0"})
    void shouldRefuseAReferenceThatHasNoText(String reference) {
        assertThatThrownBy(() -> MemberId.of(reference))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("member reference must not hold U+0000 or half a surrogate pair");
    }

    @Test
    void shouldRefuseAReferenceThatIsTooLong() {
        assertThatThrownBy(() -> MemberId.of("crm:" + "1".repeat(161))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MemberId.of("a".repeat(33) + ":1")).isInstanceOf(IllegalArgumentException.class);
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

        assertThat(byMember).isEqualTo(byBytes);
        assertThat(byMember.stream().map(MemberId::toString).toList())
                .isEqualTo(scattered.stream().sorted().toList());
    }

    @Test
    void shouldCompareAsEqualOnlyWhatIsEqual() {
        MemberId member = MemberId.of("crm:00017");

        assertThat(member.compareTo(MemberId.of("crm:00017"))).isZero();
        assertThat(Stream.of("crm:00018", "crm:00016").map(MemberId::of).noneMatch(m -> m.compareTo(member) == 0))
                .isTrue();
        assertThat(member.compareTo(MemberId.of("crm:00018"))
                        == MemberId.of("crm:00018").compareTo(member))
                .isFalse();
    }

    private static byte[] bytes(MemberId member) {
        return ByteBuffer.allocate(16)
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .array();
    }
}
