package dev.lodestone.tier.awarding;

import static dev.lodestone.testkit.Api.as;
import static dev.lodestone.testkit.Api.json;
import static dev.lodestone.testkit.Api.once;
import static dev.lodestone.testkit.Api.race;
import static dev.lodestone.tier.TierApi.awaitGrowth;
import static dev.lodestone.tier.TierApi.me;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.security.Role;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import dev.lodestone.tier.CautiousBrandProfile;
import dev.lodestone.tier.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A brand whose operators may give no level above ADVANCED alone. */
@QuarkusTest
@TestProfile(CautiousBrandProfile.class)
class AwardApprovalComponentTest {
    private static final String LEO = Tokens.of("leo", Role.LEVELS);
    private static final String LENA = Tokens.of("lena", Role.LEVELS);
    private static final String PROPOSALS = "/api/tier/v1/awards/proposals/";
    private static final int AT_ONCE = 50;

    private final String subject = "approved-" + Ids.next();
    private final MemberId member = Tokens.memberId(subject);
    private final String path = "/api/tier/v1/members/" + Tokens.reference(subject) + "/awards";

    @BeforeEach
    void aMember() {
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "tea", 100));
        awaitGrowth(subject, 1);
    }

    @Test
    void T25_shouldGiveAloneUpToTheLevelThatIsAllowed() {
        give("ADVANCED").then().statusCode(201);
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
    }

    @Test
    void T25_shouldGiveAHigherLevelOnlyAfterASecondOperatorApprovedIt() {
        // Given
        JsonPath proposal = json(give("PREMIUM"), 202);
        assertThat(me(subject).getString("level")).isEqualTo("BASIC");
        String id = proposal.getString("id");
        String hash = proposal.getString("contentHash");
        assertThat(proposal.getString("content.award.level")).isEqualTo("PREMIUM");

        // Then
        decide(LEO, id, "approval", Map.of("contentHash", hash))
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/second-operator-needed"));
        decide(LENA, id, "approval", Map.of("contentHash", "00"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/proposal-changed"));
        assertThat(me(subject).getString("level")).isEqualTo("BASIC");
        decide(LENA, id, "approval", Map.of("contentHash", hash))
                .then()
                .statusCode(200)
                .body("proposal.status", equalTo("APPROVED"))
                .body("result.givenBy", equalTo("leo, approved by lena"));
        assertThat(me(subject).getString("level")).isEqualTo("PREMIUM");
        as(LENA).get(PROPOSALS + id).then().statusCode(200).body("decidedBy", equalTo("lena"));
        as(LENA).get(PROPOSALS.substring(0, PROPOSALS.length() - 1) + "?status=APPROVED")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(id));
    }

    @Test
    void T25_shouldExecuteOnceHoweverManyApproveAtTheSameTime() throws Exception {
        JsonPath proposal = json(give("PREMIUM"), 202);
        String id = proposal.getString("id");
        List<Callable<Integer>> approvals = new ArrayList<>();
        for (int approver = 0; approver < AT_ONCE; approver++) {
            String token = Tokens.of("approver-" + approver, Role.LEVELS);
            approvals.add(() -> decide(token, id, "approval", Map.of("contentHash", proposal.getString("contentHash")))
                    .statusCode());
        }

        List<Integer> answers = race(approvals);

        assertThat(answers).containsOnlyOnce(200);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(AT_ONCE - 1);
        assertThat(Database.number("select count(*) from level_award where member_id = ?", member.value()))
                .isEqualTo(1);
        assertThat(Database.number("select count(*) from level_change where member_id = ?", member.value()))
                .isEqualTo(1);
    }

    @Test
    void T25_shouldGiveNothingThatWasRejected() {
        JsonPath proposal = json(give("PREMIUM"), 202);

        decide(
                        LENA,
                        proposal.getString("id"),
                        "rejection",
                        Map.of("contentHash", proposal.getString("contentHash"), "reason", "no guest"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"));

        decide(
                        Tokens.of("liam", Role.LEVELS),
                        proposal.getString("id"),
                        "approval",
                        Map.of("contentHash", proposal.getString("contentHash")))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/proposal-decided"));
        assertThat(me(subject).getString("level")).isEqualTo("BASIC");
        as(LEO).get(path).then().statusCode(200).body("size()", equalTo(0));
    }

    private Response give(String level) {
        return once(LEO)
                .body(Map.of("kind", "GRANT", "level", level, "reason", "guest"))
                .post(path);
    }

    private static Response decide(String token, String id, String decision, Map<String, Object> body) {
        return once(token).body(body).post(PROPOSALS + id + "/" + decision);
    }
}
