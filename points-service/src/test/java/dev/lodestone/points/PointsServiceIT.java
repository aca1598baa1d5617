package dev.lodestone.points;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.perAmount;
import static dev.lodestone.points.PointsApi.publish;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.points.PointsApi.redeem;
import static dev.lodestone.points.PointsApi.rule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.events.Topic;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.ledger.proof.StatementProof;
import dev.lodestone.points.ledger.verification.Verifications;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.OidcServer;
import dev.lodestone.testkit.Tokens;
import dev.lodestone.testkit.architecture.OperationDescriptions;
import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs each main path once against the packaged service, as a JVM or native executable. */
@QuarkusIntegrationTest
@QuarkusTestResource(OidcServer.class)
@QuarkusTestResource(value = SealingKey.class, restrictToAnnotatedClass = true)
class PointsServiceIT {
    private DevServicesContext stack;
    private String subject;

    @BeforeEach
    void newMember() {
        Kafka.connectTo(stack.devServicesProperties().get("kafka.bootstrap.servers"));
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        subject = "packaged-" + Ids.next();
    }

    @Test
    void P03_shouldPostAnOrderAndPublishThePosting() {
        // When
        Kafka.send(Topic.ORDERS, TestEvents.order(Tokens.memberId(subject), "first", 29_900, "CNY"));

        // Then
        awaitBalance(subject, 299);
        Event<?> published = Kafka.awaitOf(
                        Topic.POINTS, Tokens.memberId(subject).toString(), 1)
                .getFirst();
        assertThat(((PointsPosted) published.fact()).balanceAfter()).isEqualTo(299);
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P07_shouldRedeemClawBackAndShowTheStatement() {
        // Given
        Kafka.send(Topic.ORDERS, TestEvents.order(Tokens.memberId(subject), "first", 10_000, "CNY"));
        awaitBalance(subject, 100);
        putReward("tea", 10, null);

        // When
        redeem(subject, "packaged", "tea").statusCode(201).body("balanceAfter", equalTo(90));
        redeem(subject, "packaged", "tea").statusCode(201).header("Idempotency-Hit", equalTo("true"));
        Kafka.send(Topic.ORDERS, TestEvents.refund(Tokens.memberId(subject), "first", 5_000, "CNY"));

        // Then
        awaitBalance(subject, 40);
        as(Tokens.member(subject))
                .get("/api/points/v1/me/statement")
                .then()
                .statusCode(200)
                .body("items.change", equalTo(List.of(-50, -10, 100)));
    }

    @Test
    void P30_shouldProveAStatementAndVerifyTheLedger() throws Exception {
        // Given
        Kafka.send(Topic.ORDERS, TestEvents.order(Tokens.memberId(subject), "first", 10_000, "CNY"));

        // When
        String document = StatementProof.awaitSealed(subject, 1);

        // Then
        VerifierScript.Outcome outcome = VerifierScript.check("", document);
        assertThat(outcome.status()).as(outcome.output()).isEqualTo(0);
        assertThat(Verifications.verify().getString("status")).isEqualTo("INTACT");
    }

    @Test
    void P08_shouldEvaluateConditionsExplainAndSimulate() {
        // Given
        publish(
                "packaged",
                1,
                rule(
                        "brand.order.completed.v1",
                        perAmount(1, 100, "NOK"),
                        "condition",
                        "event.total.amountMinor >= 1000 && occurredAt > timestamp('2020-01-01T00:00:00Z')"
                                + " && occurredAt.getHours('Asia/Shanghai') == 12 && !has(member.lastOrderAt)",
                        "validity",
                        Map.of("from", "2026-01-01", "rrule", "FREQ=DAILY"),
                        "expiry",
                        Map.of("policy", "END_OF_YEAR", "count", 1),
                        "caps",
                        List.of(Map.of("period", "WEEK", "points", 250))),
                "2020-01-01T00:00:00Z");

        // When
        Kafka.send(Topic.ORDERS, TestEvents.order(Tokens.memberId(subject), "asked", 29_900, "NOK"));

        // Then
        awaitBalance(subject, 250);
        as(Tokens.member(subject))
                .get("/api/points/v1/me/orders/asked/explanation")
                .then()
                .statusCode(200)
                .body("facts[0].rules.find { it.code == 'packaged' }.due", equalTo(299));
        as(Tokens.operator())
                .body(Map.of(
                        "data",
                        Map.of("orderId", "x", "total", Map.of("amountMinor", 5_000, "currency", "NOK")),
                        "occurredAt",
                        "2026-11-20T12:30:00+08:00"))
                .post("/api/points/v1/earning-rules/packaged/versions/1/simulation")
                .then()
                .statusCode(200)
                .body("rules.find { it.code == 'packaged' }.points", equalTo(50));
    }

    @TestFactory
    Stream<DynamicTest> G07_shouldDescribeEachOperation() {
        return OperationDescriptions.of();
    }

    @Test
    void G11_shouldAnswerProblemsAndCreateDeadLetters() {
        Kafka.sendRaw(Topic.ORDERS, subject, "{".getBytes(StandardCharsets.UTF_8));

        as(Tokens.member(subject)).get("/api/points/v1/ledger/summary").then().statusCode(403);
        redeem(subject, "unknown", "no-such-reward").statusCode(404).body("type", equalTo("/problems/reward-unknown"));
        Kafka.await(Topic.deadLetters(Topic.ORDERS), 1, record -> subject.equals(record.key()));
    }
}
