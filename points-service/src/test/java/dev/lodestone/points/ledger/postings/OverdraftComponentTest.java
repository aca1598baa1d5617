package dev.lodestone.points.ledger.postings;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.points.PointsApi.redeem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.OtherBrandProfile;
import dev.lodestone.points.TestEvents;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OtherBrandProfile.class)
class OverdraftComponentTest {
    @Test
    void P06_shouldOverdrawToTheFloorWhenPointsAreSpentAndCoverItByEarning() {
        // Given
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        putReward("all-of-it", 80, null);
        putReward("a-sip", 1, null);
        String subject = "owing-" + Ids.next();
        MemberId member = Tokens.memberId(subject);
        Kafka.send(Topic.ORDERS, TestEvents.order(member, "spent", 10_000, "CNY"));
        awaitBalance(subject, 100);
        redeem(subject, "all", "all-of-it").statusCode(201);

        // When: 80 are to be clawed back; 20 are available and the floor allows an overdraft of 50
        Kafka.send(Topic.ORDERS, TestEvents.refund(member, "spent", 8_000, "CNY"));

        // Then
        awaitBalance(subject, -50);
        redeem(subject, "sip", "a-sip")
                .statusCode(409)
                .body("type", equalTo("/problems/insufficient-points"))
                .body("balance", equalTo(-50));
        Kafka.send(Topic.ORDERS, TestEvents.order(member, "next", 6_000, "CNY"));
        awaitBalance(subject, 10);
        assertThat(imbalance()).isEqualTo(0);

        // And: what could not be taken is taken when the order is next heard of
        Kafka.send(Topic.ORDERS, TestEvents.refund(member, "spent", 2_000, "CNY"));
        awaitBalance(subject, -20);
        Kafka.send(Topic.ORDERS, TestEvents.order(member, "last", 2_100, "CNY"));
        awaitBalance(subject, 1);
        assertThat(imbalance()).isEqualTo(0);
    }
}
