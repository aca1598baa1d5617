package dev.lodestone.points.ledger.proof;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.post;
import static dev.lodestone.points.PointsApi.posting;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.points.PointsApi.redeem;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.events.Topic;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.TestEvents;
import dev.lodestone.points.VerifierScript;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProofComponentTest {
    private String subject;

    @BeforeEach
    void newMember() {
        subject = "proving-" + Ids.next();
    }

    @Test
    void P30_shouldLetAMemberCheckAStatementOffline() throws Exception {
        // Given
        for (int i = 0; i < 20; i++) {
            grant(subject, "POINTS", 100 + i);
        }
        noted("he said \"why?\" \\ 点 },\"block\":1\n");
        String document = StatementProof.awaitSealed(subject, 21);

        // When
        VerifierScript.Outcome outcome = VerifierScript.check("", document);

        // Then
        assertThat(outcome.status()).as(outcome.output()).isEqualTo(0);
        assertThat(outcome.output()).contains("VERIFIED: 21 postings in POINTS");
        assertThat(outcome.output()).contains(JsonPath.from(document).getString("keys[-1].key.keyId"));
    }

    @Test
    void P30_shouldProvePostingsOfEveryOrigin() throws Exception {
        // Given
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        putReward("tea", 10, null);
        Kafka.send(Topic.ORDERS, TestEvents.order(Tokens.memberId(subject), "first", 30_000, "CNY"));
        awaitBalance(subject, 300);
        redeem(subject, subject, "tea").statusCode(201);
        String hold = post(subject, "/holds", Map.of("amount", 20, "seconds", 600, "orderId", "second"))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        post(subject, "/holds/" + hold + "/posting", Map.of("amount", 5)).statusCode(200);
        String granted = grant(subject, "POINTS", 7);
        post(subject, "/postings/" + granted + "/reversal", Map.of("note", "by mistake"))
                .statusCode(201);

        // When
        String document = StatementProof.awaitSealed(subject, 7);

        // Then
        List<String> kinds = JsonPath.from(document).getList("postings.posting.kind");
        assertThat(Set.copyOf(kinds))
                .isEqualTo(Set.of("EARNED", "REDEEMED", "HELD", "HOLD_POSTED", "RELEASED", "GRANTED", "CLAWED_BACK"));
        for (String byHand : List.of("HELD", "HOLD_POSTED", "RELEASED", "GRANTED", "CLAWED_BACK")) {
            assertThat(actors(document, byHand)).as(byHand).isEqualTo(Set.of("olivia"));
        }
        for (String byEvent : List.of("EARNED", "REDEEMED")) {
            assertThat(actors(document, byEvent)).as(byEvent).isEqualTo(Collections.singleton(null));
        }
        VerifierScript.Outcome outcome = VerifierScript.check("", document);
        assertThat(outcome.status()).as(outcome.output()).isEqualTo(0);
    }

    @Test
    void P30_shouldDetectOneChangedDigit() throws Exception {
        // Given
        grant(subject, "POINTS", 500);
        grant(subject, "POINTS", 41);
        String document = StatementProof.awaitSealed(subject, 2);

        // When
        VerifierScript.Outcome amount = VerifierScript.check("", document.replace("\"amount\":500", "\"amount\":501"));
        VerifierScript.Outcome consistent = VerifierScript.check(
                "",
                document.replace("\"amount\":41,", "\"amount\":42,")
                        .replace("\"availableAfter\":541", "\"availableAfter\":542"));

        // Then
        assertThat(amount.status()).isEqualTo(1);
        assertThat(amount.output()).contains("NOT VERIFIED: posting 1 (GRANTED 501) is not what was sealed");
        assertThat(consistent.status()).isEqualTo(1);
        assertThat(consistent.output()).contains("NOT VERIFIED: posting 2");
    }

    @Test
    void P30_shouldDetectAChangedHeaderSignatureOrKey() throws Exception {
        // Given
        grant(subject, "POINTS", 500);
        String document = StatementProof.awaitSealed(subject, 1);
        JsonPath json = JsonPath.from(document);

        // When
        VerifierScript.Outcome header =
                VerifierScript.check("", document.replaceFirst("\"sealedAt\":\"2", "\"sealedAt\":\"3"));
        VerifierScript.Outcome key =
                VerifierScript.check("", document.replaceFirst("\"introducedAt\":\"2", "\"introducedAt\":\"3"));
        VerifierScript.Outcome untrusted = VerifierScript.check("0".repeat(64), document);
        VerifierScript.Outcome trusted = VerifierScript.check(json.getString("keys[-1].key.keyId"), document);

        // Then
        assertThat(header.output()).contains("NOT VERIFIED: the signature of block");
        assertThat(key.output()).contains("did not sign the record that brought it in");
        assertThat(untrusted.output()).contains("NOT VERIFIED: key 0000");
        assertThat(trusted.status()).as(trusted.output()).isEqualTo(0);
    }

    @Test
    void P30_shouldDetectAMissingPosting() throws Exception {
        // Given
        grant(subject, "POINTS", 1);
        grant(subject, "POINTS", 2);
        grant(subject, "POINTS", 3);
        String document = StatementProof.awaitSealed(subject, 3);

        // When
        VerifierScript.Outcome outcome =
                VerifierScript.check("", document.replaceFirst("\\{\"posting\":\\{\"accountVersion\":2,[^\n]*\n", ""));

        // Then
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output()).contains("NOT VERIFIED: posting 2 is missing");
    }

    @Test
    void P30_shouldProveALongStatementPageByPage() throws Exception {
        // Given
        for (int i = 1; i <= 5; i++) {
            grant(subject, "POINTS", i);
        }
        StatementProof.awaitSealed(subject, 5);

        // When
        String first = StatementProof.download(subject, "?limit=3");
        String second = StatementProof.download(
                subject, "?limit=3&after=" + JsonPath.from(first).getInt("next"));

        // Then
        assertThat(JsonPath.from(first).getInt("next")).isEqualTo(3);
        assertThat(JsonPath.from(second).getList("postings").size()).isEqualTo(2);
        VerifierScript.Outcome together = VerifierScript.check("", second, first);
        assertThat(together.status()).as(together.output()).isEqualTo(0);
        assertThat(together.output()).contains("VERIFIED: 5 postings");
    }

    @Test
    void P30_shouldProveAStatementWithoutPostings() throws Exception {
        VerifierScript.Outcome outcome = VerifierScript.check("", StatementProof.download(subject, ""));

        assertThat(outcome.status()).as(outcome.output()).isEqualTo(0);
        assertThat(outcome.output()).contains("VERIFIED: 0 postings");
    }

    @Test
    void P30_shouldProveEachAssetByItself() throws Exception {
        grant(subject, "POINTS", 1);
        grant(subject, "GROWTH", 7);

        String growth = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> as(Tokens.operator())
                                .get("/api/points/v1/members/" + Tokens.reference(subject)
                                        + "/statement/proof?asset=GROWTH")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString(),
                        document -> document.contains("\"posting\""));

        assertThat(JsonPath.from(growth).getList("postings.posting.amount")).isEqualTo(List.of(7));
        VerifierScript.Outcome outcome = VerifierScript.check("", growth);
        assertThat(outcome.output()).contains("VERIFIED: 1 postings in GROWTH");
    }

    @Test
    void G11_shouldRefuseLimitsOutOfBounds() {
        as(Tokens.member(subject))
                .get("/api/points/v1/me/statement/proof?limit=1001")
                .then()
                .statusCode(400);
        as(Tokens.member(subject))
                .get("/api/points/v1/me/statement/proof?after=-1")
                .then()
                .statusCode(400);
    }

    private static Set<Object> actors(String document, String kind) {
        return new HashSet<>(JsonPath.from(document)
                .param("kind", kind)
                .getList("postings.posting.findAll { it.kind == kind }.actor"));
    }

    private void noted(String note) {
        Map<String, Object> body = new HashMap<>(posting("AVAILABLE", "POINTS", "ISSUED", "POINTS", 1));
        body.put("note", note);
        post(subject, "/postings", body).statusCode(201);
    }
}
