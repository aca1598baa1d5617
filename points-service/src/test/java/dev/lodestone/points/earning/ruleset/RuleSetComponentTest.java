package dev.lodestone.points.earning.ruleset;

import static dev.lodestone.points.PointsApi.days;
import static dev.lodestone.points.PointsApi.fixed;
import static dev.lodestone.points.PointsApi.publish;
import static dev.lodestone.points.PointsApi.rule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.Races;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RuleSetComponentTest {
    private static final String RULES = "/api/points/v1/earning-rules/";
    private static final String BEHAVIOUR = "brand.behaviour.recorded.v1";

    @Test
    void P09_shouldCompareTwoVersionsAndRollBack() {
        // Given
        publish(
                "dinner",
                1,
                rule(BEHAVIOUR, fixed(5), "condition", "event.action == 'dinner-1'"),
                "2020-01-01T00:00:00Z");
        publish("dinner", 2, rule(BEHAVIOUR, fixed(9), "priority", 3), "2030-01-01T00:00:00Z");

        // When
        as(Tokens.operator())
                .get(RULES + "dinner/differences?from=1&to=2")
                .then()
                .statusCode(200)
                .body("path", equalTo(List.of("award.points", "condition", "priority")))
                .body("[0].from", equalTo(5))
                .body("[0].to", equalTo(9))
                .body("[1].to", nullValue());
        for (int repeated = 0; repeated < 2; repeated++) {
            put("dinner/versions/3/rollback", Map.of("to", 1, "effectiveFrom", "2030-02-01T00:00:00Z"))
                    .statusCode(200)
                    .body("version", equalTo(3))
                    .body("status", equalTo("PUBLISHED"))
                    .body("definition.award.points", equalTo(5));
        }

        // Then
        as(Tokens.operator())
                .get(RULES + "dinner/versions")
                .then()
                .body("version", equalTo(List.of(3, 2, 1)))
                .body("[1].definition.award.points", equalTo(9));
    }

    @Test
    void P09_shouldRefuseARollbackToAnUnpublishedVersion() {
        put("supper/versions/1", rule(BEHAVIOUR, fixed(5))).statusCode(200);

        put("supper/versions/2/rollback", Map.of("to", 1, "effectiveFrom", "2030-02-01T00:00:00Z"))
                .statusCode(404)
                .body("type", equalTo("/problems/rule-version-unknown"));
    }

    @Test
    void P09_shouldChangeADraftUntilItIsPublished() {
        put("brunch/versions/1", rule(BEHAVIOUR, fixed(5))).statusCode(200).body("status", equalTo("DRAFT"));
        put("brunch/versions/1", rule(BEHAVIOUR, fixed(6))).statusCode(200);
        put("brunch/versions/3", rule(BEHAVIOUR, fixed(7)))
                .statusCode(409)
                .body("type", equalTo("/problems/rule-version-skipped"));
        put("brunch/versions/1/approval", Map.of("contentHash", "0".repeat(64)))
                .statusCode(409)
                .body("type", equalTo("/problems/rule-not-proposed"));
    }

    @Test
    void P09_shouldHandleConcurrentWritesOfOneVersion() {
        for (int round = 0; round < 10; round++) {
            // Given
            String path = RULES + "at-once-" + Ids.next() + "/versions/1";
            byte[] draft = Json.encode(rule(BEHAVIOUR, fixed(5))).getBytes(StandardCharsets.UTF_8);
            byte[] publication =
                    Json.encode(Map.of("effectiveFrom", "2999-01-01T00:00:00Z")).getBytes(StandardCharsets.UTF_8);

            // When
            List<Integer> drafted = statuses("PUT", path, draft);
            List<Integer> published = statuses("PUT", path + "/publication", publication);

            // Then
            assertThat(drafted).contains(200);
            assertThat(drafted).isSubsetOf(200, 409);
            assertThat(Set.copyOf(published)).isEqualTo(Set.of(200));
        }
    }

    @Test
    void P11_shouldRefuseToPublishACampaignWithoutAGoal() {
        put("golden-week/versions/1", rule(BEHAVIOUR, fixed(5), "budget", 1_000))
                .statusCode(200);

        put("golden-week/versions/1/publication", Map.of("effectiveFrom", "2026-01-01T00:00:00Z"))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-rule"))
                .body("detail", containsString("goal"));
    }

    @Test
    void P05_shouldRefuseAnExpiryWithTheFieldsOfAnotherPolicy() {
        put("mixed/versions/1", rule(BEHAVIOUR, fixed(5), "expiry", days("FIXED_DATE", 3)))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-rule"))
                .body("detail", containsString("FIXED_DATE has a date and no count"));
    }

    @Test
    void P08_shouldReportThePositionOfAnErrorInACondition() {
        put("typo/versions/1", rule(BEHAVIOUR, fixed(5), "condition", "event.action == 'x' &&\n event.acton == 'y'"))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-condition"))
                .body("line", equalTo(2))
                .body("column", equalTo(7))
                .body("detail", containsString("acton"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "atMots | 5 | atMots",
                "atMost | 0 | atMost",
                "priority | 5000 | priority",
                "exclusiveGroup | Not A Group | exclusiveGroup",
                "pendingDays | -1 | pendingDays",
                "budget | -5 | budget",
                "rounding | SIDEWAYS | rounding"
            })
    void P08_shouldRefuseAnInvalidDefinition(String member, String value, String named) {
        Map<String, Object> rule = new HashMap<>(rule(BEHAVIOUR, fixed(5)));
        rule.put(member, value.matches("-?[0-9]+") ? (Object) Long.valueOf(value) : value);

        put("nonsense/versions/1", rule).statusCode(400).body("detail", containsString(named));
    }

    @Test
    void P08_shouldDescribeTheRulesInForceToMembers() {
        // Given
        publish(
                "in-words",
                1,
                rule(BEHAVIOUR, fixed(5), "condition", "event.action == 'in-words'"),
                "2020-01-01T00:00:00Z");

        // When, then
        as(Tokens.member("reader"))
                .get("/api/points/v1/earning-rules")
                .then()
                .statusCode(200)
                .body("text.en", hasItem("5 points each time, if its condition is met"))
                .body("text.zh", hasItem("每次 5 积分，须符合此规则的条件"));
    }

    private static ValidatableResponse put(String path, Map<String, ?> body) {
        return as(Tokens.operator()).body(body).put(RULES + path).then();
    }

    private static List<Integer> statuses(String method, String path, byte[] body) {
        String token = Tokens.operator();
        return Races.atOnce(4, n -> () -> Races.send(method, token, path, body).status());
    }
}
