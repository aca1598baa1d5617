package dev.lodestone.points.rulebook;

import static dev.lodestone.points.PointsApi.as;
import static dev.lodestone.points.PointsApi.fixed;
import static dev.lodestone.points.PointsApi.rule;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.time.Ids;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApprovalComponentTest.TwoPairsOfEyes.class)
class ApprovalComponentTest {
    /** A brand that lets nobody publish alone. */
    public static class TwoPairsOfEyes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lodestone.points.rulebook.approval-required", "true");
        }
    }

    @Test
    void P09_shouldPublishOnlyWhatASecondOperatorApproves() {
        // Given
        String code = "approved-" + Ids.next();
        String version = "/api/points/v1/earning-rules/" + code + "/versions/1";
        String olivia = Tokens.of("olivia", Role.RULES);
        as(olivia)
                .body(rule("brand.behaviour.recorded.v1", fixed(1), "condition", "event.action == 'never'"))
                .put(version)
                .then()
                .statusCode(200);

        // When
        as(olivia)
                .body(Map.of("effectiveFrom", "2020-01-01T00:00:00Z"))
                .put(version + "/publication")
                .then()
                .statusCode(200)
                .body("status", equalTo("PROPOSED"));

        // Then
        inForce().body("code", not(hasItem(code)));
        as(olivia)
                .put(version + "/approval")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/second-operator-needed"));
        for (int repeated = 0; repeated < 2; repeated++) {
            as(Tokens.of("oscar", Role.RULES))
                    .put(version + "/approval")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("PUBLISHED"));
        }
        inForce().body("code", hasItem(code));
    }

    private static ValidatableResponse inForce() {
        return as(Tokens.member("reader"))
                .get("/api/points/v1/earning-rules")
                .then()
                .statusCode(200);
    }
}
