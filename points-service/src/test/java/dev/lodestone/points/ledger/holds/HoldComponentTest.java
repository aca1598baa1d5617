package dev.lodestone.points.ledger.holds;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.balance;
import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.post;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import dev.lodestone.events.Topic;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.Races;
import dev.lodestone.points.TestEvents;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HoldComponentTest {
    private String subject;

    @BeforeEach
    void aMemberWithThreeHundredPoints() {
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        subject = "holder-" + Ids.next();
        grant(subject, "POINTS", 300);
    }

    @Test
    void P01_shouldReserveUnitsAndReleaseTheUnpostedRest() {
        String hold = hold(100, 600);
        assertThat(balance(subject)).isEqualTo(200);
        post(subject, "/holds", Map.of("amount", 201, "seconds", 600))
                .statusCode(409)
                .body("type", equalTo("/problems/insufficient-points"));

        post(subject, "/holds/" + hold + "/posting", Map.of("amount", 60))
                .statusCode(200)
                .body("status", equalTo("POSTED"))
                .body("posted", equalTo(60));

        assertThat(balance(subject)).isEqualTo(240);
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P01_shouldSettleAHoldOnce() {
        String hold = hold(100, 600);
        post(subject, "/holds/" + hold + "/void", Map.of()).statusCode(200).body("status", equalTo("VOIDED"));

        post(subject, "/holds/" + hold + "/posting", Map.of())
                .statusCode(409)
                .body("type", equalTo("/problems/hold-closed"))
                .body("status", equalTo(409))
                .body("holdStatus", notNullValue());
        post(subject, "/holds/" + hold + "/void", Map.of()).statusCode(200).body("status", equalTo("VOIDED"));
        assertThat(balance(subject)).isEqualTo(300);

        String posted = hold(100, 600);
        post(subject, "/holds/" + posted + "/posting", Map.of()).statusCode(200);
        post(subject, "/holds/" + posted + "/void", Map.of())
                .statusCode(409)
                .body("type", equalTo("/problems/hold-closed"));
        assertThat(balance(subject)).isEqualTo(200);
    }

    @Test
    void case19_shouldReleaseAHoldOnceWhenThePaymentFailsTwiceAndIsCancelledTwice() {
        // Given
        String hold = hold(300, 600);
        String path = "/api/points/v1/members/" + Tokens.reference(subject) + "/holds/" + hold + "/void";

        // When: four requests, each with a key of its own
        List<Races.Answer> answers = Races.atOnce(4, n -> () -> Races.post(Tokens.operator(), path, Map.of()));

        // Then
        answers.forEach(
                answer -> assertThat(answer.json(200).getString("status")).isEqualTo("VOIDED"));
        assertThat(balance(subject)).isEqualTo(300);
        as(Tokens.member(subject))
                .get("/api/points/v1/me/statement")
                .then()
                .body("items.kind", equalTo(List.of("RELEASED", "HELD", "GRANTED")));
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P01_shouldReleaseAHoldWhenItExpires() {
        String hold = hold(100, 1);

        awaitBalance(subject, 300);
        post(subject, "/holds/" + hold + "/posting", Map.of())
                .statusCode(409)
                .body("type", equalTo("/problems/hold-closed"));
        as(Tokens.operator())
                .get("/api/points/v1/members/" + Tokens.reference(subject) + "/holds/" + hold)
                .then()
                .statusCode(200)
                .body("status", equalTo("EXPIRED"));
    }

    @Test
    void P06_shouldReturnTheSpentShareOfARefundedOrderToItsLots() {
        // Given
        String hold = post(subject, "/holds", Map.of("amount", 100, "seconds", 600, "orderId", "paid-" + subject))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        post(subject, "/holds/" + hold + "/posting", Map.of()).statusCode(200);
        Kafka.send(Topic.ORDERS, TestEvents.order(Tokens.memberId(subject), "paid-" + subject, 10_000, "CNY"));
        awaitBalance(subject, 300);

        // When
        Kafka.send(Topic.ORDERS, TestEvents.refund(Tokens.memberId(subject), "paid-" + subject, 4_000, "CNY"));
        Kafka.send(Topic.ORDERS, TestEvents.order(Tokens.memberId(subject), "mark-" + subject, 100, "CNY"));

        // Then
        awaitBalance(subject, 301);
        as(Tokens.member(subject))
                .get("/api/points/v1/me/statement")
                .then()
                .body("items.kind", hasItems("RETURNED", "CLAWED_BACK"))
                .body("items.findAll { it.kind == 'RETURNED' }.change", equalTo(List.of(40)))
                .body("items.findAll { it.kind == 'CLAWED_BACK' }.change", equalTo(List.of(-40)));
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P01_shouldRefuseInvalidHolds() {
        for (Map<String, ?> body : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("amount", 0, "seconds", 60),
                Map.of("amount", 1.5, "seconds", 60),
                Map.of("amount", "7", "seconds", 60),
                Map.of("amount", 1, "seconds", 0),
                Map.of("amount", 1, "seconds", 60, "asset", "GOLD"))) {
            post(subject, "/holds", body).statusCode(400).contentType("application/problem+json");
        }
        post(subject, "/holds/" + Ids.next() + "/posting", Map.of())
                .statusCode(404)
                .body("type", equalTo("/problems/hold-unknown"));
    }

    private String hold(long amount, long seconds) {
        return post(subject, "/holds", Map.of("amount", amount, "seconds", seconds))
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .extract()
                .jsonPath()
                .getString("id");
    }
}
