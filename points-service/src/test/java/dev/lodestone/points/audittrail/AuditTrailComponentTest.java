package dev.lodestone.points.audittrail;

import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.security.Role;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTrailComponentTest {
    private static final String PATH = "/api/points/v1/audit-entries";

    private final String code = "trail-" + Ids.next().toString().substring(24);

    @Test
    void G15_shouldShowWhoChangedWhatWithItsStateBeforeAndAfter() {
        putReward(code, 10, null);
        putReward(code, 25, null);

        JsonPath found = list("?subjectId=" + code);

        assertThat(found.getList("items.action")).isEqualTo(List.of("REWARD_CHANGED", "REWARD_CHANGED"));
        assertThat(found.getString("items[0].actor")).isEqualTo("olivia");
        assertThat(found.getString("items[0].subjectKind")).isEqualTo("REWARD");
        assertThat(found.getInt("items[0].before.cost")).isEqualTo(10);
        assertThat(found.getInt("items[0].after.cost")).isEqualTo(25);
        assertThat(found.getString("items[1].before")).isNull();
        assertThat(found.getString("next")).isNull();
    }

    @Test
    void G15_shouldFindEntriesByActorAndKindOfSubject() {
        putReward(code, 10, null);
        publishSpendRule(code, 1, 3, "CNY", "2035-01-01T00:00:00Z");

        assertThat(list("?actor=olivia&subjectKind=RULE&subjectId=" + code + "/1")
                        .getList("items.action"))
                .isEqualTo(List.of("RULE_PUBLISHED"));
        assertThat(list("?actor=olivia&subjectId=" + code).getList("items")).hasSize(1);
        assertThat(list("?actor=nobody&subjectId=" + code).getList("items")).isEmpty();
        assertThat(list("?subjectKind=RULE&subjectId=" + code).getList("items")).isEmpty();
    }

    @Test
    void G15_shouldListEntriesPageByPageTheNewestFirst() {
        for (int cost = 1; cost <= 5; cost++) {
            putReward(code, cost, null);
        }

        List<Integer> costs = new ArrayList<>();
        @Nullable String next = "";
        while (next != null) {
            JsonPath page = list("?limit=2&subjectId=" + code + next);
            costs.addAll(page.getList("items.after.cost"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }

        assertThat(costs).containsExactly(5, 4, 3, 2, 1);
    }

    @Test
    void G15_shouldRefuseACursorOfAnotherListAndWhoIsNoAdministrator() {
        as(Tokens.of("ada", Role.ADMIN)).get(PATH + "?after=bm9uc2Vuc2U").then().statusCode(400);
        as(Tokens.operator()).get(PATH).then().statusCode(403);
    }

    private static JsonPath list(String query) {
        return as(Tokens.of("ada", Role.ADMIN))
                .get(PATH + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
