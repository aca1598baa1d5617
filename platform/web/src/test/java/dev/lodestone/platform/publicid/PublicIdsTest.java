package dev.lodestone.platform.publicid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lodestone.events.MemberId;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicIdsTest {
    private static final MemberId MEMBER = MemberId.of("crm:00017");

    /** Known value, computed by another implementation: posts are shown under it, so it never changes. */
    @Test
    void shouldDeriveTheSameIdForeverFromKeyAndMember() {
        UUID id = ids(key(0)).of(MEMBER);

        assertThat(id).isEqualTo(UUID.fromString("e7dc530e-3dbb-810f-9213-90f08cd3e446"));
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void shouldDeriveOtherIdsWithAnotherKey() {
        assertThat(ids(key(1)).of(MEMBER)).isNotEqualTo(ids(key(0)).of(MEMBER));
    }

    @Test
    void shouldGiveEachMemberAnIdOfTheirOwn() {
        PublicIds ids = ids(key(0));
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            MemberId member = MemberId.of("phone:1380000" + (10_000 + i));
            seen.add(ids.of(member));
            assertThat(ids.of(member)).isNotEqualTo(member.value());
        }

        assertThat(seen).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64!", "c2hvcnRlciB0aGFuIDMyIGJ5dGVz"})
    void shouldNotStartWithAnUnusableKeyNorRepeatIt(String key) {
        IllegalStateException refused = catchThrowableOfType(IllegalStateException.class, () -> ids(key));

        assertThat(!key.isEmpty() && String.valueOf(refused.getMessage()).contains(key))
                .isFalse();
    }

    @Test
    void shouldNotStartWithoutAKey() {
        assertThatThrownBy(() -> new PublicIds(Optional.empty())).isInstanceOf(IllegalStateException.class);
    }

    private static PublicIds ids(String key) {
        return new PublicIds(Optional.of(key));
    }

    /** 32 bytes that count up from {@code first}. */
    private static String key(int first) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
