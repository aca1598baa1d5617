package dev.lodestone.points.rewards.redemption;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.balance;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.points.PointsApi.redeem;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.events.Topic;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.TestEvents;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RedemptionComponentTest {
    private String subject;

    @BeforeEach
    void aMemberWithThreeHundredPoints() {
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        putReward("noodles", 100, null);
        subject = "redeemer-" + Ids.next();
        Kafka.send(Topic.ORDERS, TestEvents.order(Tokens.memberId(subject), "first", 30_000, "CNY"));
        awaitBalance(subject, 300);
    }

    @Test
    void P07_shouldRedeemOnceWhenTheRequestIsRepeated() {
        String key = Ids.next().toString();
        String first = redeem(subject, key, "noodles")
                .statusCode(201)
                .header("Idempotency-Hit", nullValue())
                .extract()
                .asString();
        String second = redeem(subject, key, "noodles")
                .statusCode(201)
                .header("Idempotency-Hit", equalTo("true"))
                .extract()
                .asString();

        assertThat(second).isEqualTo(first);
        assertThat(balance(subject)).isEqualTo(200);
    }

    @Test
    void G11_shouldRefuseAKeyThatWasUsedForAnotherRequest() {
        putReward("tea", 10, null);
        String key = Ids.next().toString();
        redeem(subject, key, "noodles").statusCode(201);

        redeem(subject, key, "tea").statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
        assertThat(balance(subject)).isEqualTo(200);
    }

    @Test
    void P07_shouldRefuseRedemptionWhenBalanceIsTooLow() {
        putReward("banquet", 301, null);

        redeem(subject, "k", "banquet")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/insufficient-points"))
                .body("needed", equalTo(301))
                .body("balance", equalTo(300));
        assertThat(balance(subject)).isEqualTo(300);
    }

    @Test
    void P07_shouldSellTheLastUnitOnceToFiftyConcurrentMembers() throws Exception {
        // Given
        String reward = "last-" + subject.substring(subject.length() - 12);
        putReward(reward, 1, 1L);

        // When
        List<Integer> statuses = Api.race(Collections.nCopies(
                50,
                () -> redeem(subject, Ids.next().toString(), reward).extract().statusCode()));

        // Then
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(49);
        assertThat(balance(subject)).isEqualTo(299);
    }

    @Test
    void P01_shouldNeverSpendMoreThanTheBalanceInFiftyConcurrentRedemptions() throws Exception {
        // When
        List<Integer> statuses = Api.race(Collections.nCopies(
                50,
                () -> redeem(subject, Ids.next().toString(), "noodles")
                        .extract()
                        .statusCode()));

        // Then
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(3);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(47);
        assertThat(balance(subject)).isEqualTo(0);
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void G11_shouldRefuseRedemptionWithoutKeyOrWithBadBody() {
        as(Tokens.member(subject))
                .body(Map.of("rewardCode", "noodles"))
                .post("/api/points/v1/redemptions")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-missing"));
        for (String body : List.of("", "{", "[]", "{}", "{\"rewardCode\":[7]}", "{\"rewardCode\":\"\"}")) {
            as(Tokens.member(subject))
                    .header("Idempotency-Key", "bad")
                    .body(body)
                    .post("/api/points/v1/redemptions")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        redeem(subject, "unknown", "no-such-reward").statusCode(404).body("type", equalTo("/problems/reward-unknown"));
    }

    @Test
    void P06_shouldClawBackOnlyTheRemainderWhenPointsAreSpent() {
        // Given
        redeem(subject, "a", "noodles").statusCode(201);
        redeem(subject, "b", "noodles").statusCode(201);

        // When
        Kafka.send(Topic.ORDERS, TestEvents.refund(Tokens.memberId(subject), "first", 30_000, "CNY"));

        // Then
        awaitBalance(subject, 0);
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void G11_shouldShowEachMemberOnlyTheirOwn() {
        as(Tokens.member("another-member-" + subject))
                .get("/api/points/v1/me/balance")
                .then()
                .statusCode(200)
                .body("balance", equalTo(0));
        as(Tokens.member("another-member"))
                .get("/api/points/v1/members/" + Tokens.memberId(subject) + "/balance")
                .then()
                .statusCode(403);
        as(Tokens.operator())
                .get("/api/points/v1/members/" + Tokens.reference(subject) + "/balance")
                .then()
                .statusCode(200)
                .body("balance", equalTo(300));
    }
}
