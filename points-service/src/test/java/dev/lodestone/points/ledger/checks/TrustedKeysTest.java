package dev.lodestone.points.ledger.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustedKeysTest {
    private final SealingKey key = SealingKey.ofPublic(new byte[] {1, 2, 3});

    @Test
    void shouldTrustNoKeyWhenNoneIsPinned() {
        TrustedKeys none = new TrustedKeys(Set.of(), false);

        assertThat(none.trusts(key.id().hex())).isFalse();
        assertThat(none.check(List.of(key))).extracting(Finding::kind).containsExactly(FindingKind.KEYS_NOT_PINNED);
    }

    @Test
    void shouldTrustAnyKeyInDevelopmentOnly() {
        assertThat(new TrustedKeys(Set.of(), true).check(List.of(key))).isEmpty();
    }

    @Test
    void shouldTrustThePinnedKeysAlone() {
        TrustedKeys another = new TrustedKeys(Set.of("ab".repeat(32)), true);

        assertThat(another.check(List.of(key))).extracting(Finding::kind).containsExactly(FindingKind.KEY_UNTRUSTED);
        assertThat(new TrustedKeys(Set.of(key.id().hex()), false).check(List.of(key)))
                .isEmpty();
    }
}
