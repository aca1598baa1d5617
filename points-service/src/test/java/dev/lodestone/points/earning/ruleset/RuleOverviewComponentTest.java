package dev.lodestone.points.earning.ruleset;

import static dev.lodestone.points.PointsApi.fixed;
import static dev.lodestone.points.PointsApi.publish;
import static dev.lodestone.points.PointsApi.rule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RuleOverviewComponentTest {
    private static final String RULES = "/api/points/v1/earning-rules/";
    private static final String BEHAVIOUR = "brand.behaviour.recorded.v1";

    @Test
    void P09_shouldListTheVersionsOfARuleByState() {
        // Given
        publish("overview-a", 1, never(), "2020-01-01T00:00:00Z");
        publish("overview-a", 2, never(), "2021-01-01T00:00:00Z");
        publish("overview-a", 3, never(), "2999-01-01T00:00:00Z");
        as(Tokens.operator())
                .body(never())
                .put(RULES + "overview-a/versions/4")
                .then()
                .statusCode(200);
        publish(
                "overview-b",
                1,
                rule(
                        BEHAVIOUR,
                        fixed(5),
                        "condition",
                        "event.action == 'overview'",
                        "validity",
                        Map.of("until", "2021-12-31"),
                        "goal",
                        Map.of("metric", "FACTS", "from", "2020-01-01", "until", "2021-12-31", "target", 1)),
                "2020-01-01T00:00:00Z");

        // When, then
        assertThat(states(null))
                .containsSubsequence(
                        "overview-a 4 DRAFT",
                        "overview-a 3 SCHEDULED",
                        "overview-a 2 IN_FORCE",
                        "overview-a 1 ENDED",
                        "overview-b 1 ENDED");
        assertThat(states("SCHEDULED")).contains("overview-a 3 SCHEDULED").allMatch(line -> line.endsWith("SCHEDULED"));
    }

    @Test
    void P09_shouldRefuseACursorOfAnotherList() {
        as(Tokens.operator())
                .get(RULES + "versions?after=bm9uc2Vuc2U")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void P08_shouldCheckADefinitionWithoutSavingIt() {
        validate(rule(BEHAVIOUR, fixed(5), "condition", "event.action == 'x'"), 200)
                .then()
                .body("en", containsString("5"));
        validate(rule(BEHAVIOUR, fixed(5), "condition", "event.acton == 'x'"), 400)
                .then()
                .body("type", equalTo("/problems/invalid-condition"))
                .body("line", equalTo(1))
                .body("column", equalTo(6));
        validate(rule(BEHAVIOUR, fixed(0)), 400).then().body("type", equalTo("/problems/invalid-rule"));

        assertThat(states(null)).noneMatch(line -> line.startsWith("validation "));
    }

    @Test
    void G11_shouldRefuseTheListToOthers() {
        as(Tokens.member("crm:curious")).get(RULES + "versions").then().statusCode(403);
    }

    private static Response validate(Map<String, Object> definition, int status) {
        Response answer = as(Tokens.operator()).body(definition).post(RULES + "validation");
        answer.then().statusCode(status);
        return answer;
    }

    private static Map<String, Object> never() {
        return rule(BEHAVIOUR, fixed(5), "condition", "event.action == 'overview'");
    }

    /** All pages of two versions each. */
    private static List<String> states(@Nullable String state) {
        List<String> found = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath page = as(Tokens.operator())
                    .get(RULES + "versions?limit=2" + (state == null ? "" : "&state=" + state)
                            + (after.isEmpty() ? "" : "&after=" + after))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (Map<String, Object> item : page.<Map<String, Object>>getList("items")) {
                found.add(item.get("code") + " " + item.get("version") + " " + item.get("state"));
            }
            after = page.getString("next");
        }
        return found;
    }
}
