package dev.lodestone.platform.publicid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

        assertEquals(UUID.fromString("e7dc530e-3dbb-810f-9213-90f08cd3e446"), id);
        assertEquals(8, id.version());
        assertEquals(2, id.variant());
    }

    @Test
    void shouldDeriveOtherIdsWithAnotherKey() {
        assertNotEquals(ids(key(0)).of(MEMBER), ids(key(1)).of(MEMBER));
    }

    @Test
    void shouldGiveEachMemberAnIdOfTheirOwn() {
        PublicIds ids = ids(key(0));
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            MemberId member = MemberId.of("phone:1380000" + (10_000 + i));
            seen.add(ids.of(member));
            assertFalse(ids.of(member).equals(member.value()));
        }

        assertEquals(10_000, seen.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64!", "c2hvcnRlciB0aGFuIDMyIGJ5dGVz"})
    void shouldNotStartWithAnUnusableKeyNorRepeatIt(String key) {
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> ids(key));

        assertFalse(!key.isEmpty() && String.valueOf(refused.getMessage()).contains(key));
    }

    @Test
    void shouldNotStartWithoutAKey() {
        assertThrows(IllegalStateException.class, () -> new PublicIds(Optional.empty()));
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
