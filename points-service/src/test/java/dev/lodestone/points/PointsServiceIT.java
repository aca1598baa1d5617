package dev.lodestone.points;

import static dev.lodestone.points.PointsApi.as;
import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.points.PointsApi.redeem;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestone.events.Topic;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.time.Ids;
import dev.lodestone.points.proof.StatementProof;
import dev.lodestone.points.verification.Verifications;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.OidcServer;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service, native where it was built so: every way through it once. */
@QuarkusIntegrationTest
@QuarkusTestResource(OidcServer.class)
@QuarkusTestResource(SealingKey.class)
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
    void P03_shouldPostAnOrderFromTheBrokerTellItAndReadItBack() {
        // When
        Kafka.send(Topic.ORDERS, Facts.order(Tokens.memberId(subject), "first", 29_900, "CNY"));

        // Then
        awaitBalance(subject, 299);
        Event<?> told = Kafka.awaitOf(Topic.POINTS, Tokens.memberId(subject).toString(), 1)
                .getFirst();
        assertEquals(299, ((PointsPosted) told.fact()).balanceAfter());
        assertEquals(0, imbalance());
    }

    @Test
    void P07_shouldRedeemTakeBackAndShowTheStatement() {
        // Given
        Kafka.send(Topic.ORDERS, Facts.order(Tokens.memberId(subject), "first", 10_000, "CNY"));
        awaitBalance(subject, 100);
        putReward("tea", 10, null);

        // When
        redeem(subject, "packaged", "tea").statusCode(201).body("balanceAfter", equalTo(90));
        redeem(subject, "packaged", "tea").statusCode(201).header("Idempotency-Hit", equalTo("true"));
        Kafka.send(Topic.ORDERS, Facts.refund(Tokens.memberId(subject), "first", 5_000, "CNY"));

        // Then
        awaitBalance(subject, 40);
        as(Tokens.member(subject))
                .get("/api/points/v1/me/statement")
                .then()
                .statusCode(200)
                .body("items.amount", equalTo(List.of(-50, -10, 100)));
    }

    @Test
    void P30_shouldProveAStatementAndFindTheBookIntact() throws Exception {
        // Given
        Kafka.send(Topic.ORDERS, Facts.order(Tokens.memberId(subject), "first", 10_000, "CNY"));

        // When
        String document = StatementProof.awaitSealed(subject, 1);

        // Then
        Recipe.Outcome outcome = Recipe.check("", document);
        assertEquals(0, outcome.status(), outcome.output());
        assertEquals("INTACT", Verifications.verify().getString("status"));
    }

    @Test
    void G11_shouldAnswerProblemsAndSetBadEventsAside() {
        Kafka.sendRaw(Topic.ORDERS, subject, "{".getBytes(StandardCharsets.UTF_8));

        as(Tokens.member(subject)).get("/api/points/v1/ledger/summary").then().statusCode(403);
        redeem(subject, "unknown", "no-such-reward").statusCode(404).body("type", equalTo("/problems/reward-unknown"));
        Kafka.await(Topic.deadLetters(Topic.ORDERS), 1, record -> subject.equals(record.key()));
    }
}
