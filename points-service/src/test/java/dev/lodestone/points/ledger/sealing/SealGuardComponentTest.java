package dev.lodestone.points.ledger.sealing;

import static dev.lodestone.points.PointsApi.grant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.json.Json;
import dev.lodestone.points.ledger.blocks.BlockHead;
import dev.lodestone.points.ledger.blocks.SealedPosting;
import dev.lodestone.points.ledger.blocks.Sealer;
import dev.lodestone.points.ledger.checks.TrustedKeys;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.hashing.Hash;
import dev.lodestone.points.ledger.heads.HeadSource;
import dev.lodestone.points.ledger.heads.HeadsService;
import dev.lodestone.points.ledger.heads.PublishedHead;
import dev.lodestone.points.ledger.proof.StatementProof;
import dev.lodestone.points.ledger.sealingkeys.PrivateSealingKey;
import dev.lodestone.points.ledger.sealingkeys.SealingKeyProvider;
import dev.lodestone.points.ledger.sealingkeys.SealingKeys;
import dev.lodestone.testkit.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The guard of the chains asks only heads that a trusted key signed. */
@QuarkusTest
class SealGuardComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long NOT_SEALED_YET = 999_999;

    @Inject
    SealGuardService guard;

    @Inject
    HeadsService heads;

    @Inject
    SealingKeyProvider keys;

    @Inject
    Json json;

    @Test
    void shouldNotStopForAHeadThatNoTrustedKeySigned() {
        // Given
        String subject = "guarded-" + Ids.next();
        grant(subject, "POINTS", 10);
        StatementProof.awaitSealed(subject, 1);
        TrustedHeads trusted = new TrustedHeads(pinned(), keys.keys().orElseThrow());

        // When: someone who may write to the topic signs a head with a key of their own
        String forged = json.write(head(newKey()));
        Kafka.sendRaw(Chain.POSTINGS.topic(), Chain.POSTINGS.name(), forged.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(guard.divergence(trusted, true).await().atMost(PATIENCE)).isEmpty();
        assertThat(heads.last(new HeadSource(HeadSource.Kind.TOPIC, Chain.POSTINGS), trusted.of(Chain.POSTINGS))
                        .await()
                        .atMost(PATIENCE))
                .hasValueSatisfying(head -> assertThat(head.number()).isBetween(1L, NOT_SEALED_YET - 1));
    }

    @Test
    void shouldTrustPinnedKeysAndTheKeysOfThisProcessOnly() {
        PrivateSealingKey current = newKey();
        PrivateSealingKey previous = newKey();
        PrivateSealingKey pinned = newKey();
        TrustedHeads trusted =
                new TrustedHeads(new TrustedKeys(Set.of(pinned.id().hex()), false), new SealingKeys(current, previous));

        assertThat(head(current)).matches(trusted.of(Chain.POSTINGS));
        assertThat(head(previous)).matches(trusted.of(Chain.POSTINGS));
        assertThat(head(pinned)).matches(trusted.of(Chain.POSTINGS));
        assertThat(head(newKey())).doesNotMatch(trusted.of(Chain.POSTINGS));
        assertThat(head(pinned)).doesNotMatch(trusted.of(Chain.AUDIT));
    }

    @Test
    void shouldNotTrustAHeadThatNamesAPinnedKeyWithoutItsSignature() {
        PublishedHead forged = head(newKey());
        PrivateSealingKey pinned = newKey();
        PublishedHead named = new PublishedHead(
                forged.chain(),
                forged.kind(),
                forged.number(),
                forged.hash(),
                pinned.id().hex(),
                forged.publicKey(),
                forged.sealedAt(),
                forged.content(),
                forged.signature());

        assertThat(named).doesNotMatch(new TrustedHeads(pinned(), new SealingKeys(pinned, null)).of(Chain.POSTINGS));
    }

    private static TrustedKeys pinned() {
        return new TrustedKeys(Set.of(), false);
    }

    private static PrivateSealingKey newKey() {
        return PrivateSealingKey.ofPem(PrivateSealingKey.newPem());
    }

    private static PublishedHead head(PrivateSealingKey key) {
        Sealer.Head end = new Sealer.Head(NOT_SEALED_YET, Hash.of("another history"), SealedPosting.Place.START);
        return BlockHead.resumed(Chain.POSTINGS, end, key, "mallory", "a history of my own", Instant.EPOCH);
    }
}
