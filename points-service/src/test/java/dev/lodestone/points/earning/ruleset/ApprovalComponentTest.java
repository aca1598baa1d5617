package dev.lodestone.points.earning.ruleset;

import static dev.lodestone.points.PointsApi.fixed;
import static dev.lodestone.points.PointsApi.rule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.security.Role;
import dev.lodestone.points.CautiousBrandProfile;
import dev.lodestone.points.Races;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.Json;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CautiousBrandProfile.class)
class ApprovalComponentTest {
    private static final String OLIVIA = Tokens.of("olivia", Role.RULES);
    private static final String OSCAR = Tokens.of("oscar", Role.RULES);
    private static final int RACES = 20;

    @Inject
    SettableClock clock;

    private String code;
    private String version;

    @BeforeEach
    void aDraft() {
        code = "approved-" + Ids.next();
        version = "/api/points/v1/earning-rules/" + code + "/versions/1";
        draft(1).statusCode(200).body("publication", nullValue());
    }

    @Test
    void P09_shouldPublishAfterASecondOperatorApproved() {
        // When
        String hash = propose();

        // Then
        inForce().body("code", not(hasItem(code)));
        approve(OLIVIA, hash).statusCode(403).body("type", equalTo("/problems/second-operator-needed"));
        for (int repeated = 0; repeated < 2; repeated++) {
            approve(OSCAR, hash)
                    .statusCode(200)
                    .body("status", equalTo("PUBLISHED"))
                    .body("publication.proposedBy", equalTo("olivia"))
                    .body("publication.publishedBy", equalTo("oscar"));
        }
        inForce().body("code", hasItem(code));
    }

    @Test
    void P09_shouldPublishOnlyTheContentThatTheSecondOperatorRead() {
        // Given: read, and edited after that
        String read = propose();
        draft(1_000_000).statusCode(200).body("status", equalTo("DRAFT"));
        approve(OSCAR, read).statusCode(409).body("type", equalTo("/problems/rule-not-proposed"));

        // When, Then: proposed again
        String edited = propose();
        approve(OSCAR, read)
                .statusCode(409)
                .body("type", equalTo("/problems/proposal-changed"))
                .body("contentHash", equalTo(edited));
        as(OSCAR).put(version + "/approval").then().statusCode(400);
        inForce().body("code", not(hasItem(code)));
        as(OSCAR)
                .get("/api/points/v1/earning-rules/" + code + "/versions")
                .then()
                .body("[0].publication.contentHash", equalTo(edited));
        approve(OSCAR, edited).statusCode(200);
        approve(OSCAR, read).statusCode(409).body("type", equalTo("/problems/proposal-changed"));
    }

    @Test
    void P09_shouldRequireANewProposalAfterItsExpiry() {
        String hash = propose();
        try {
            clock.forward(Duration.ofDays(7));
            approve(OSCAR, hash).statusCode(409).body("type", equalTo("/problems/proposal-expired"));
            assertThat(propose()).isEqualTo(hash);
            approve(OSCAR, hash).statusCode(200).body("status", equalTo("PUBLISHED"));
        } finally {
            clock.reset();
        }
    }

    @Test
    void P09_shouldNeverPublishAnEditThatRacesTheApproval() {
        for (int race = 0; race < RACES; race++) {
            // Given
            code = "raced-" + Ids.next();
            version = "/api/points/v1/earning-rules/" + code + "/versions/1";
            draft(1).statusCode(200);
            String hash = propose();

            // When
            List<Races.Answer> answers = Races.atOnce(List.<Callable<Races.Answer>>of(
                    () -> send(OSCAR, "/approval", Map.of("contentHash", hash)),
                    () -> send(OLIVIA, "", definition(2)),
                    () -> send(Tokens.of("orla", Role.RULES), "/approval", Map.of("contentHash", hash))));

            // Then
            boolean published = answers.get(1).status() == 409;
            assertThat(answers.get(0).status()).as(answers.get(0).body()).isEqualTo(published ? 200 : 409);
            assertThat(answers.get(2).status()).as(answers.get(2).body()).isEqualTo(published ? 200 : 409);
            as(OSCAR)
                    .get("/api/points/v1/earning-rules/" + code + "/versions")
                    .then()
                    .body("[0].status", equalTo(published ? "PUBLISHED" : "DRAFT"))
                    .body("[0].definition.award.points", equalTo(published ? 1 : 2));
        }
    }

    private ValidatableResponse draft(int points) {
        return as(OLIVIA).body(definition(points)).put(version).then();
    }

    private static Map<String, Object> definition(int points) {
        return rule("brand.behaviour.recorded.v1", fixed(points), "condition", "event.action == 'never'");
    }

    /** Proposes the draft and returns the hash of its content. */
    private String propose() {
        return as(OLIVIA)
                .body(Map.of("effectiveFrom", "2020-01-01T00:00:00Z"))
                .put(version + "/publication")
                .then()
                .statusCode(200)
                .body("status", equalTo("PROPOSED"))
                .extract()
                .jsonPath()
                .getString("publication.contentHash");
    }

    private ValidatableResponse approve(String token, String hash) {
        return as(token)
                .body(Map.of("contentHash", hash))
                .put(version + "/approval")
                .then();
    }

    private Races.Answer send(String token, String path, Map<String, Object> body) {
        return Races.send("PUT", token, version + path, Json.encode(body).getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse inForce() {
        return as(Tokens.member("reader"))
                .get("/api/points/v1/earning-rules")
                .then()
                .statusCode(200);
    }
}
