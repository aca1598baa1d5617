package dev.lodestone.points.rewards.catalogue;

import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.Races;
import dev.lodestone.points.Races.Answer;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueComponentTest {
    private String code;
    private String subject;

    @BeforeEach
    void aRewardWithAStockOfAHundred() {
        subject = "buyer-" + Ids.next();
        code = "edited-" + subject.substring(subject.length() - 12);
        putReward(code, 1, 100L);
        grant(subject, "POINTS", 500);
    }

    @Test
    void case20_shouldNeverOverwriteConcurrentSales() {
        // Given: an operator reads 100, then 30 are sold
        long read = version();
        sell(30);

        // When, Then: without a version, and with an outdated version
        for (Long expected : new Long[] {null, read}) {
            put("Cup", 120L, expected)
                    .statusCode(409)
                    .body("type", equalTo("/problems/reward-changed"))
                    .body("detail", containsString("/stock-changes"))
                    .body("stock", equalTo(70))
                    .body("version", equalTo((int) (read + 30)));
        }
        assertThat(stock()).isEqualTo(70);

        // When, Then: a stock change, applied once for its key
        for (int times = 0; times < 2; times++) {
            change("twenty more " + code, 20).statusCode(201).body("stock", equalTo(90));
        }
        assertThat(stock()).isEqualTo(90);
        assertThat(Database.rows("""
                        select actor, reason from audit_entry
                        where subject_kind = 'REWARD' and subject_id = ? and action = 'REWARD_STOCK_CHANGED'
                        """, code)).isEqualTo(List.of(List.of("olivia", "counted again")));

        // When, Then: the current version, and the same PUT repeated
        long now = version();
        for (int times = 0; times < 2; times++) {
            put("Cup", 120L, now).statusCode(200).body("stock", equalTo(120));
        }
    }

    @Test
    void case20_shouldCountConcurrentSalesAndStockChanges() {
        // When: 40 are sold, 20 added one by one, and the name is edited
        List<Callable<Answer>> racers = new ArrayList<>();
        String member = Tokens.member(subject);
        for (int n = 0; n < 40; n++) {
            racers.add(() -> Races.post(member, "/api/points/v1/redemptions", Map.of("rewardCode", code)));
        }
        for (int n = 0; n < 20; n++) {
            racers.add(() -> Races.post(
                    Tokens.operator(), path() + "/stock-changes", Map.of("units", 1, "reason", "found one")));
        }
        for (int n = 0; n < 10; n++) {
            byte[] edit = new JsonObject(Map.of("name", "Mug " + n, "cost", 1))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            racers.add(() -> Races.send("PUT", Tokens.operator(), path(), edit));
        }
        List<Answer> answers = Races.atOnce(racers);

        // Then
        answers.forEach(answer -> assertThat(answer.status() == 200 || answer.status() == 201)
                .as(answer.body())
                .isTrue());
        assertThat(stock()).isEqualTo(100 - 40 + 20);
    }

    @Test
    void case20_shouldKeepTheStockWhenOnlyOtherFieldsAreEdited() {
        sell(3);

        put("Bowl", null, null).statusCode(200).body("name", equalTo("Bowl")).body("stock", equalTo(97));
        put("Bowl", null, version()).statusCode(200).body("stock", nullValue());
        change("unlimited " + code, 5).statusCode(409).body("type", equalTo("/problems/stock-unlimited"));
    }

    @Test
    void P07_shouldRefuseToRemoveMoreThanTheStock() {
        change("all and one " + code, -101)
                .statusCode(409)
                .body("type", equalTo("/problems/out-of-stock"))
                .body("stock", equalTo(100));
        change("all " + code, -100).statusCode(201).body("stock", equalTo(0));
        as(Tokens.operator())
                .header("Idempotency-Key", "unknown " + code)
                .body(Map.of("units", 1, "reason", "no"))
                .post("/api/points/v1/rewards/no-such-reward/stock-changes")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/reward-unknown"));
    }

    private void sell(int units) {
        for (int n = 0; n < units; n++) {
            Races.post(Tokens.member(subject), "/api/points/v1/redemptions", Map.of("rewardCode", code))
                    .json(201);
        }
    }

    private ValidatableResponse put(String name, @Nullable Long stock, @Nullable Long expectedVersion) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "cost", 1));
        body.put("stock", stock);
        body.put("expectedVersion", expectedVersion);
        return as(Tokens.operator()).body(body).put(path()).then();
    }

    private ValidatableResponse change(String key, long units) {
        return as(Tokens.operator())
                .header("Idempotency-Key", key)
                .body(Map.of("units", units, "reason", "counted again"))
                .post(path() + "/stock-changes")
                .then();
    }

    private long stock() {
        return reward("stock");
    }

    private long version() {
        return reward("version");
    }

    private long reward(String member) {
        return as(Tokens.operator())
                .get("/api/points/v1/rewards")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("find { it.code == '" + code + "' }." + member);
    }

    private String path() {
        return "/api/points/v1/rewards/" + code;
    }
}
