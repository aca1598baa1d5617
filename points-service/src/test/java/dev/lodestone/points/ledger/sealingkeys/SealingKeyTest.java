package dev.lodestone.points.ledger.sealingkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.points.ledger.blocks.Sealer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealingKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");

    /** RFC 8032, section 7.1, test 1: its private key in PKCS#8, its public key, its signature of the empty message. */
    private static final String RFC_8032_KEY = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;

    private final PrivateSealingKey old = PrivateSealingKey.ofPem(PrivateSealingKey.newPem());
    private final PrivateSealingKey current = PrivateSealingKey.ofPem(PrivateSealingKey.newPem());

    @Test
    void P30_shouldSignAsTheStandardSays() {
        PrivateSealingKey key = PrivateSealingKey.ofPem(RFC_8032_KEY);

        assertThat(HexFormat.of().formatHex(key.sign("")))
                .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        assertThat(HexFormat.of()
                        .formatHex(key.introduced(1, null, null, NOW).publicKey())
                        .endsWith("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
                .isTrue();
    }

    @Test
    void P30_shouldIntroduceANewKeyWithTheSignatureOfTheOldOne() {
        SealingKey first = old.introduced(1, null, null, NOW);
        SealingKey second = current.introduced(9, first.id(), old, NOW);

        assertThat(first.isItsOwn()).isTrue();
        assertThat(second.isItsOwn()).isTrue();
        assertThat(second.isVouchedForBy(first)).isTrue();
        assertThat(first.isVouchedForBy(second)).isFalse();
    }

    @Test
    void P30_shouldIntroduceANewKeyWithoutTheOldOneIfItIsNotAvailable() {
        SealingKey first = old.introduced(1, null, null, NOW);

        assertThat(current.introduced(9, first.id(), null, NOW).previousSignature())
                .isNull();
        assertThat(current.introduced(9, first.id(), current, NOW).previousSignature())
                .isNull();
    }

    @Test
    void P30_shouldDetectAKeyThatDiffersFromItsSignedRecord() {
        SealingKey key = old.introduced(1, null, null, NOW);
        SealingKey changed = new SealingKey(key.publicKey(), 2, null, NOW, key.signature(), null);

        assertThat(changed.isItsOwn()).isFalse();
    }

    @Test
    void P30_shouldNotSealWithAKeyThatWasReplaced() {
        SealingKey first = old.introduced(1, null, null, NOW);
        List<SealingKey> known = List.of(first, current.introduced(9, first.id(), old, NOW));

        assertThat(Sealer.introduction(new SealingKeys(current, old), known, 12, NOW))
                .isNull();
        assertThatThrownBy(() -> Sealer.introduction(new SealingKeys(old, null), known, 12, NOW))
                .isInstanceOf(RetiredKeyException.class);
    }

    @Test
    void P30_shouldSayWhatToDoWhenTheTextIsNotAKey() {
        assertThatThrownBy(() -> PrivateSealingKey.ofPem("secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl genpkey -algorithm ed25519")
                .hasMessageNotContaining("secret");
    }
}
