package dev.lodestone.points.earning.accrual;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.fixed;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.perAmount;
import static dev.lodestone.points.PointsApi.publish;
import static dev.lodestone.points.PointsApi.rule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.TestEvents;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The effects of a corrected order on its points. */
@QuarkusTest
class CorrectionComponentTest {
    private static final String ORDER = "brand.order.completed.v1";

    private String subject;
    private MemberId member;

    @BeforeEach
    void rules() {
        publish("spend-pln", 1, rule(ORDER, perAmount(1, 100, "PLN")), "2020-01-01T00:00:00Z");
        // A newer version, which must not apply to an order that took place before it.
        publish("spend-pln", 2, rule(ORDER, perAmount(3, 100, "PLN")), "2026-11-21T00:00:00Z");
        publish(
                "first-pln",
                1,
                rule(
                        ORDER,
                        fixed(7),
                        "condition",
                        "event.total.currency == 'PLN' && member.orders == 0",
                        "caps",
                        List.of(Map.of("period", "LIFETIME", "times", 1))),
                "2020-01-01T00:00:00Z");
        subject = "corrected-" + Ids.next();
        member = Tokens.memberId(subject);
    }

    @AfterEach
    void ledgerIsBalanced() {
        assertThat(imbalance()).isZero();
    }

    @Test
    void case05_shouldPostAndExplainTheIncreaseOfACorrection() {
        Kafka.send(Topic.ORDERS, order(0, 10_000));
        awaitBalance(subject, 107);
        Kafka.send(Topic.ORDERS, order(3, 15_000));
        awaitBalance(subject, 157);

        JsonPath statement = statement();
        assertThat(statement.getList("items.change", Long.class)).startsWith(50L);
        explanation(statement.getString("items[0].postingId"))
                .body("ruleCode", equalTo("spend-pln"))
                .body("ruleVersion", equalTo(1))
                .body("steps.en.toString()", containsString("this rule now pays 150 for it in total"));
    }

    @Test
    void case05_shouldClawBackAndExplainTheDecreaseOfACorrection() {
        Kafka.send(Topic.ORDERS, order(0, 10_000));
        awaitBalance(subject, 107);
        Kafka.send(Topic.ORDERS, order(3, 4_000), refund(4, 1_000));
        awaitBalance(subject, 30 + 5);

        JsonPath statement = statement();
        int correction = statement.getList("items.kind", String.class).lastIndexOf("CLAWED_BACK");
        explanation(statement.getString("items[" + correction + "].postingId"))
                .body("ruleCode", equalTo("spend-pln"))
                .body("ruleVersion", equalTo(1))
                .body("steps.en.toString()", containsString("this rule now pays 40 for it in total"));
    }

    @Test
    void case05_shouldCorrectAnOrderInTheSameBatch() {
        Kafka.send(Topic.ORDERS, order(0, 10_000), order(1, 4_000), order(2, 20_000), order(1, 100));

        Kafka.send(Topic.ORDERS, last());
        awaitBalance(subject, 207 + 1);
    }

    @Test
    void case02_shouldPayAReinstatedOrderAgainByTheRulesOfItsTime() {
        Kafka.send(Topic.ORDERS, order(0, 10_000));
        awaitBalance(subject, 107);
        Kafka.send(Topic.ORDERS, cancelled(2));
        awaitBalance(subject, 0);
        Kafka.send(Topic.ORDERS, order(3, 10_000));
        awaitBalance(subject, 107);
        Kafka.send(Topic.ORDERS, cancelled(1), refund(2, 5_000), order(3, 10_000), last());

        awaitBalance(subject, 107 + 1);
    }

    @Test
    void case01_shouldReinstateTheExcessOfACorrectedRefund() {
        Kafka.send(Topic.ORDERS, order(0, 10_000), refund(1, 6_000));
        awaitBalance(subject, 40 + 2);

        Kafka.send(Topic.ORDERS, refund(2, 2_000));

        awaitBalance(subject, 80 + 5);
    }

    private Event<OrderCompleted> order(int day, long amountMinor) {
        return TestEvents.at(
                TestEvents.NOON.plus(Duration.ofDays(day)),
                member,
                new OrderCompleted("corrected", new Money(amountMinor, "PLN"), null, null));
    }

    private Event<OrderCompleted> last() {
        return TestEvents.at(
                TestEvents.NOON, member, new OrderCompleted("last-" + subject, new Money(100, "PLN"), null, null));
    }

    private Event<OrderRefunded> refund(int day, long amountMinor) {
        return TestEvents.at(
                TestEvents.NOON.plus(Duration.ofDays(day)),
                member,
                new OrderRefunded("corrected", "RF1", new Money(amountMinor, "PLN")));
    }

    private Event<OrderCancelled> cancelled(int day) {
        return TestEvents.at(TestEvents.NOON.plus(Duration.ofDays(day)), member, new OrderCancelled("corrected", null));
    }

    private JsonPath statement() {
        return as(Tokens.member(subject)).get("/api/points/v1/me/statement").jsonPath();
    }

    private ValidatableResponse explanation(String postingId) {
        return as(Tokens.member(subject))
                .get("/api/points/v1/me/postings/" + postingId + "/explanation")
                .then()
                .statusCode(200);
    }
}
