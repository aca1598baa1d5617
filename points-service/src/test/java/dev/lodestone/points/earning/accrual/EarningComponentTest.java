package dev.lodestone.points.earning.accrual;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.balance;
import static dev.lodestone.points.PointsApi.fixed;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.publish;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.rule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.community.CheckedIn;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.events.recall.OfferAccepted;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.TestEvents;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EarningComponentTest {
    private String subject;
    private MemberId member;

    @BeforeEach
    void newMember() {
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        subject = "earner-" + Ids.next();
        member = Tokens.memberId(subject);
    }

    @Test
    void P03_shouldEarn299OnceWhenTheSameOrderIsDeliveredTenTimes() {
        // Given
        Event<OrderCompleted> order = TestEvents.order(member, "order-" + subject, 29_900, "CNY");

        // When
        Kafka.send(Topic.ORDERS, Collections.nCopies(10, order));
        Kafka.send(Topic.ORDERS, TestEvents.order(member, "later-" + subject, 100, "CNY"));

        // Then
        awaitBalance(subject, 300);
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P03_shouldPayAnOrderOnceWhenItArrivesWithAnotherEventId() {
        // When
        Kafka.send(
                Topic.ORDERS,
                TestEvents.order(member, "twice", 5_000, "CNY"),
                TestEvents.order(member, "twice", 5_000, "CNY"));
        Kafka.send(Topic.ORDERS, TestEvents.order(member, "later", 100, "CNY"));

        // Then
        awaitBalance(subject, 51);
    }

    @Test
    void P03_shouldRoundDownAndPayNothingForACurrencyWithoutRule() {
        // When
        Kafka.send(
                Topic.ORDERS,
                TestEvents.order(member, "rounded", 1_177, "CNY"),
                TestEvents.order(member, "foreign", 1_000_000, "CHF"),
                TestEvents.order(member, "free", 0, "CNY"));

        // Then
        awaitBalance(subject, 11);
    }

    @Test
    void P02_shouldPublishEachPostingWithTheResultingBalance() {
        // When
        Kafka.send(
                Topic.ORDERS,
                TestEvents.order(member, "first", 1_000, "CNY"),
                TestEvents.order(member, "second", 2_000, "CNY"));

        // Then
        List<PointsPosted> published = Kafka.awaitOf(Topic.POINTS, member.toString(), 2).stream()
                .map(event -> (PointsPosted) event.fact())
                .toList();
        assertThat(published.stream().map(PointsPosted::change).toList()).isEqualTo(List.of(10L, 20L));
        assertThat(published.stream().map(PointsPosted::balanceAfter).toList()).isEqualTo(List.of(10L, 30L));
        assertThat(published.stream().map(PointsPosted::accountVersion).toList())
                .isEqualTo(List.of(1L, 2L));
        assertThat(published.getFirst().ruleCode()).isEqualTo("spend-cny");
        assertThat(published.getFirst().expiresAt()).isEqualTo(TestEvents.NOON.plusSeconds(365L * 86_400));
    }

    @Test
    void P06_shouldClawBackFortyPercentWhenFortyPercentAreRefunded() {
        // When
        Kafka.send(
                Topic.ORDERS,
                TestEvents.order(member, "coat", 29_900, "CNY"),
                TestEvents.refund(member, "coat", 11_960, "CNY"));

        // Then: the member keeps 60 % of 299 points, rounded down.
        awaitBalance(subject, 179);
    }

    @Test
    void P06_shouldNetToNothingWhenAllIsRefundedInParts() {
        // When
        Kafka.send(
                Topic.ORDERS,
                TestEvents.order(member, "loop", 9_999, "CNY"),
                TestEvents.refund(member, "loop", 3_333, "CNY"),
                TestEvents.refund(member, "loop", 3_333, "CNY"),
                TestEvents.refund(member, "loop", 3_333, "CNY"),
                TestEvents.order(member, "mark", 700, "CNY"));

        // Then
        awaitBalance(subject, 7);
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P06_shouldClawBackWhenTheRefundArrivesBeforeItsOrder() {
        // When
        Kafka.send(Topic.ORDERS, TestEvents.refund(member, "early", 5_000, "CNY"));
        Kafka.send(Topic.ORDERS, TestEvents.order(member, "early", 10_000, "CNY"));

        // Then
        awaitBalance(subject, 50);
    }

    @Test
    void P06_shouldClawBackEverythingWhenTheOrderIsCancelled() {
        // Given
        Kafka.send(
                Topic.ORDERS,
                TestEvents.order(member, "kept", 1_000, "CNY"),
                TestEvents.order(member, "gone", 8_000, "CNY"));
        awaitBalance(subject, 90);

        // When
        Kafka.send(Topic.ORDERS, TestEvents.cancellation(member, "gone"), TestEvents.cancellation(member, "gone"));

        // Then
        awaitBalance(subject, 10);
    }

    @Test
    void P09_shouldPayByTheVersionThatWasInForceWhenTheEventOccurred() {
        // Given
        publishSpendRule("spend-jpy", 1, 1, "JPY", "2020-01-01T00:00:00Z");
        publishSpendRule("spend-jpy", 2, 3, "JPY", "2026-06-01T00:00:00Z");

        // When
        Kafka.send(
                Topic.ORDERS,
                order("before", Instant.parse("2026-05-31T23:59:59Z")),
                order("after", Instant.parse("2026-06-01T00:00:00Z")));

        // Then
        awaitBalance(subject, 10 + 30);
        as(Tokens.member(subject))
                .get("/api/points/v1/me/statement")
                .then()
                .body("items.ruleVersion", equalTo(List.of(2, 1)));
    }

    @Test
    void P09_shouldNeverChangeAPublishedVersion() {
        publishSpendRule("spend-sek", 1, 1, "SEK", "2020-01-01T00:00:00Z");
        as(Tokens.operator())
                .body(rule("brand.order.completed.v1", fixed(5)))
                .put("/api/points/v1/earning-rules/spend-sek/versions/1")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rule-published"));
        as(Tokens.operator())
                .body(Map.of("effectiveFrom", "2021-01-01T00:00:00Z"))
                .put("/api/points/v1/earning-rules/spend-sek/versions/1/publication")
                .then()
                .statusCode(409);
    }

    @Test
    void P08_shouldShowMembersTheRulesInForce() {
        as(Tokens.member(subject))
                .get("/api/points/v1/earning-rules")
                .then()
                .statusCode(200)
                .body("code", hasItem("spend-cny"));
    }

    @Test
    void P19_shouldPayForACheckIn() {
        // Given
        publish("check-in", 1, rule("dev.lodestone.challenges.checkedin.v1", fixed(5)), "2020-01-01T00:00:00Z");
        Event<CheckedIn> checkedIn = TestEvents.of(member, new CheckedIn(LocalDate.of(2026, 11, 20), 1));

        // When
        Kafka.send(Topic.COMMUNITY, checkedIn, checkedIn);

        // Then
        awaitBalance(subject, 5);
    }

    @Test
    void R13_shouldPayAnAcceptedOfferOnceAndNotMoreThanTheRuleAllows() {
        // Given
        publish(
                "welcome-back",
                1,
                rule("dev.lodestone.campaigns.offeraccepted.v1", Map.of("kind", "AS_OFFERED", "pointsMax", 200)),
                "2020-01-01T00:00:00Z");
        Event<OfferAccepted> accepted =
                TestEvents.of(member, new OfferAccepted(Ids.next(), Ids.next(), 500, "order-9"));

        // When
        Kafka.send(Topic.RECALL, accepted, accepted);

        // Then
        awaitBalance(subject, 200);
    }

    @Test
    void R13_shouldClawBackABonusWithItsOrderWhicheverArrivesFirst() {
        // Given
        publish(
                "welcome-again",
                1,
                rule(
                        "dev.lodestone.campaigns.offeraccepted.v1",
                        Map.of("kind", "AS_OFFERED", "pointsMax", 200),
                        "condition",
                        "event.orderId.startsWith('bonus-')"),
                "2020-01-01T00:00:00Z");

        // When: paid before a refund of a quarter, paid after it, and paid after the order was cancelled
        Kafka.send(Topic.ORDERS, TestEvents.order(member, "bonus-1", 10_000, "GBP"));
        Kafka.send(Topic.RECALL, TestEvents.of(member, new OfferAccepted(Ids.next(), Ids.next(), 200, "bonus-1")));
        long before = welcomed(1);
        Kafka.send(Topic.ORDERS, TestEvents.refund(member, "bonus-1", 2_500, "GBP"));
        awaitBalance(subject, before * 3 / 4);
        Kafka.send(
                Topic.ORDERS,
                TestEvents.order(member, "bonus-2", 10_000, "GBP"),
                TestEvents.refund(member, "bonus-2", 2_500, "GBP"),
                TestEvents.order(member, "bonus-3", 10_000, "GBP"),
                TestEvents.cancellation(member, "bonus-3"),
                TestEvents.order(member, "mark", 100, "CNY"));
        awaitBalance(subject, before * 3 / 4 + 1);
        Kafka.send(
                Topic.RECALL,
                TestEvents.of(member, new OfferAccepted(Ids.next(), Ids.next(), 200, "bonus-3")),
                TestEvents.of(member, new OfferAccepted(Ids.next(), Ids.next(), 200, "bonus-2")));

        // Then
        awaitBalance(subject, before * 3 / 4 * 2 + 1);
        assertThat(imbalance()).isEqualTo(0);
    }

    /** The points for {@code offers} accepted offers of 200, since rules of other tests may pay for them too. */
    private long welcomed(int offers) {
        await().atMost(Duration.ofSeconds(20)).until(() -> balance(subject) >= 200L * offers);
        return balance(subject);
    }

    @Test
    void G03_shouldCreateDeadLettersForBadEventsAndContinue() {
        // Given
        String key = member.toString();
        String good =
                new String(EventCodec.encode(TestEvents.order(member, "good", 100, "CNY")), StandardCharsets.UTF_8);

        // When
        Kafka.sendRaw(Topic.ORDERS, key, "{not json".getBytes(StandardCharsets.UTF_8));
        Kafka.sendRaw(Topic.ORDERS, key, bytes(good.replace("brand.order.completed.v1", "brand.order.dreamt.v1")));
        Kafka.sendRaw(Topic.ORDERS, key, bytes(good.replace("\"orderId\":\"good\",", "")));
        Kafka.sendRaw(Topic.ORDERS, key, bytes(good.replace("\"amountMinor\":100", "\"amountMinor\":-100")));
        Kafka.sendRaw(Topic.ORDERS, key, bytes(good.replace("CNY", "XYZ")));
        Kafka.send(
                Topic.ORDERS,
                TestEvents.order(member, "mixed", 10_000, "CNY"),
                TestEvents.refund(member, "mixed", 100, "USD"));
        Kafka.send(Topic.ORDERS, TestEvents.order(member, "sound", 500, "CNY"));

        // Then
        awaitBalance(subject, 105);
        List<String> reasons =
                Kafka.await(Topic.deadLetters(Topic.ORDERS), 6, record -> key.equals(record.key())).stream()
                        .map(EarningComponentTest::reason)
                        .toList();
        for (String expected : List.of(
                "malformed JSON",
                "brand.order.dreamt.v1 is not known",
                "orderId is missing",
                "amountMinor",
                "total.currency must be",
                "is in CNY")) {
            assertThat(reasons).as(expected + " in " + reasons).anyMatch(reason -> reason.contains(expected));
        }
    }

    @Test
    void P08_shouldRefuseARuleThatCannotPay() {
        as(Tokens.operator())
                .body(rule("dev.lodestone.challenges.checkedin.v1", Map.of("kind", "AS_OFFERED", "pointsMax", 5)))
                .put("/api/points/v1/earning-rules/nonsense/versions/1")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-rule"))
                .body("detail", containsString("offeraccepted"));
    }

    private Event<OrderCompleted> order(String orderId, Instant occurredAt) {
        return TestEvents.at(occurredAt, member, new OrderCompleted(orderId, new Money(1_000, "JPY"), null, null));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String reason(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("reason").value(), StandardCharsets.UTF_8);
    }
}
