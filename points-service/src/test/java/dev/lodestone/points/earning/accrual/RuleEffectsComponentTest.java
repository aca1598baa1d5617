package dev.lodestone.points.earning.accrual;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.balance;
import static dev.lodestone.points.PointsApi.days;
import static dev.lodestone.points.PointsApi.fixed;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.perAmount;
import static dev.lodestone.points.PointsApi.publish;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.rule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.behaviours.BehaviourRecorded;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberUpdated;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.TestEvents;
import dev.lodestone.testkit.Dose;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The effects of published rules on events from Kafka. The rules of each test match an action or a channel of that test only. */
@QuarkusTest
class RuleEffectsComponentTest {
    private static final String ORDER = "brand.order.completed.v1";
    private static final String BEHAVIOUR = "brand.behaviour.recorded.v1";
    private static final String ALWAYS = "2020-01-01T00:00:00Z";
    private static final int BUDGET_ROUNDS = Dose.of(5, 100);

    @Inject
    Clock clock;

    @Inject
    Transactions transactions;

    @Inject
    EarningService earning;

    private String subject;
    private MemberId member;
    private Instant today;

    @BeforeEach
    void newMember() {
        subject = "ruled-" + Ids.next();
        member = Tokens.memberId(subject);
        today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    }

    @Test
    void P04_shouldKeepPointsPendingUntilTheReturnWindowEnds() {
        // Given
        publish(
                "pending",
                1,
                rule(ORDER, perAmount(1, 100, "NOK"), "pendingDays", 14, "condition", "event.channel == 'pending'"),
                ALWAYS);

        // When
        send(order("fresh", 5_000, "NOK", "pending", today.minus(Duration.ofDays(1))));
        send(order("ripe", 700, "NOK", "pending", today.minus(Duration.ofDays(20))));

        // Then
        awaitBalance(subject, 7);
        as(Tokens.member(subject))
                .header("Idempotency-Key", Ids.next().toString())
                .body(Map.of("rewardCode", "anything"))
                .post("/api/points/v1/redemptions")
                .then()
                .statusCode(404);
        List<PostingKind> published = Kafka.awaitOf(Topic.POINTS, member.toString(), 3).stream()
                .map(event -> ((PointsPosted) event.fact()).kind())
                .sorted()
                .toList();
        assertThat(published)
                .isEqualTo(List.of(PostingKind.EARNED_PENDING, PostingKind.EARNED_PENDING, PostingKind.CONFIRMED));
    }

    @Test
    void P04_shouldNeverRedeemPendingPointsOfACancelledOrder() {
        // Given
        publish(
                "cancelled",
                1,
                rule(ORDER, perAmount(1, 100, "NOK"), "pendingDays", 1, "condition", "event.channel == 'cancelled'"),
                ALWAYS);
        Instant ordered = today.minus(Duration.ofHours(12));

        // When
        send(order("gone", 5_000, "NOK", "cancelled", ordered));
        send(TestEvents.at(ordered.plusSeconds(60), member, new OrderCancelled("gone", null)));
        send(order("kept", 300, "NOK", "cancelled", today.minus(Duration.ofDays(9))));

        // Then
        awaitBalance(subject, 3);
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P10_shouldCapAMemberByDayAndLifetime() {
        // Given
        publish(
                "capped",
                1,
                rule(
                        BEHAVIOUR,
                        fixed(10),
                        "condition",
                        "event.action == 'capped'",
                        "caps",
                        List.of(Map.of("period", "DAY", "times", 2), Map.of("period", "LIFETIME", "points", 35))),
                ALWAYS);

        // When
        for (int day = 3; day >= 1; day--) {
            for (int times = 0; times < 3; times++) {
                send(behaviour(
                        "capped", TestEvents.NOON.minus(Duration.ofDays(day)).plusSeconds(times)));
            }
        }

        // Then: 20 on the first day, 15 of the second, nothing afterwards.
        awaitBalance(subject, 35);
        Kafka.awaitOf(Topic.POINTS, member.toString(), 4);
        assertThat(balance(subject)).isEqualTo(35);
    }

    @Test
    void P10_shouldNeverExceedABudgetUnderTwoHundredGrantsAtOnce() {
        for (int round = 0; round < BUDGET_ROUNDS; round++) {
            // Given
            String action = "rush-" + Ids.next();
            publish(
                    action,
                    1,
                    rule(
                            BEHAVIOUR,
                            fixed(7),
                            "condition",
                            "event.action == '" + action + "'",
                            "budget",
                            500,
                            "goal",
                            Map.of("metric", "MEMBERS", "from", "2026-01-01", "until", "2026-12-31", "target", 50)),
                    ALWAYS);

            // When
            List<Uni<Void>> grants = IntStream.range(0, 200)
                    .mapToObj(i -> grant(MemberId.of("rush:" + action + i), action))
                    .toList();
            Uni.join().all(grants).andFailFast().await().atMost(Duration.ofSeconds(60));

            // Then: 71 are paid in full, one gets the rest.
            as(Tokens.operator())
                    .get("/api/points/v1/earning-rules/" + action + "/versions/1/report")
                    .then()
                    .statusCode(200)
                    .body("spent", equalTo(500))
                    .body("times", equalTo(72))
                    .body("progress", equalTo(72))
                    .body("goal.target", equalTo(50));
        }
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P08_shouldEvaluateTierAttributesAndOrderHistory() {
        // Given
        publish(
                "insider",
                1,
                rule(
                        ORDER,
                        fixed(100),
                        "condition",
                        "event.channel == 'insider' && member.tier == 'PREMIUM' && member.attributes['city'] == 'Shanghai'"
                                + " && member.orders == 2 && has(member.lastOrderAt)"),
                ALWAYS);
        Kafka.send(Topic.TIERS, TestEvents.of(member, new LevelChanged("BASIC", "PREMIUM", true, 10, 2)));
        Kafka.send(Topic.TIERS, TestEvents.of(member, new LevelChanged("PREMIUM", "BASIC", false, 10, 1)));
        Kafka.send(
                Topic.MEMBERS,
                TestEvents.of(
                        member,
                        new MemberUpdated(
                                new MemberProfile(null, null, null, null, null, Map.of("city", "Shanghai")))));
        awaitContext();

        // When
        for (int i = 0; i < 3; i++) {
            send(order("visit-" + i, 100, "NOK", "insider", TestEvents.NOON.plusSeconds(i)));
        }

        // Then
        awaitBalance(subject, 100);
    }

    @Test
    void P05_shouldExtendTheExpiryOnActivity() {
        // Given
        publish(
                "alive",
                1,
                rule(BEHAVIOUR, fixed(10), "condition", "event.action == 'alive'", "expiry", days("ACTIVITY", 30)),
                ALWAYS);

        // When
        send(behaviour("alive", today.minus(Duration.ofDays(50))));
        send(behaviour("other", today.minus(Duration.ofDays(25))));

        // Then: the second visit pays nothing, but moves the expiry from twenty days ago to five days ahead.
        Kafka.awaitOf(Topic.POINTS, member.toString(), 1);
        String next = today.plus(Duration.ofDays(5)).toString();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as(Tokens.member(subject))
                        .get("/api/points/v1/me/balance")
                        .then()
                        .body("balance", equalTo(10))
                        .body("expiresNext", equalTo(next)));
    }

    @Test
    void P15_shouldPayInTheAssetThatTheRuleNames() {
        // Given
        publish(
                "grow",
                1,
                rule(BEHAVIOUR, fixed(10), "condition", "event.action == 'grow'", "asset", "GROWTH"),
                ALWAYS);

        // When
        send(behaviour("grow", TestEvents.NOON));

        // Then
        PointsPosted published = (PointsPosted)
                Kafka.awaitOf(Topic.POINTS, member.toString(), 1).getFirst().fact();
        assertThat(published.asset()).isEqualTo("GROWTH");
        assertThat(balance(subject)).isEqualTo(0);
    }

    @Test
    void G03_shouldCreateADeadLetterForAnEventFromTheFuture() {
        // When
        send(order("tomorrow", 100, "CNY", "any", clock.instant().plus(Duration.ofDays(3))));

        // Then
        Kafka.await(
                Topic.deadLetters(Topic.ORDERS), 1, record -> member.toString().equals(record.key()));
    }

    @Test
    void P08_shouldExplainWhyAndWhyNot() {
        // Given
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        publish(
                "why",
                1,
                rule(
                        ORDER,
                        perAmount(1, 100, "NOK"),
                        "condition",
                        "event.channel == 'why'",
                        "title",
                        Map.of("zh", "消费得积分", "en", "Points for spending")),
                ALWAYS);
        publish(
                "why-not",
                1,
                rule(ORDER, fixed(9), "condition", "event.channel == 'why' && 1 / member.orders > 0"),
                ALWAYS);

        // When
        send(order("asked", 29_999, "NOK", "why", TestEvents.NOON));
        awaitBalance(subject, 299);

        // Then
        as(Tokens.member(subject))
                .get("/api/points/v1/me/orders/asked/explanation")
                .then()
                .statusCode(200)
                .body("facts[0].fact.data.total.amountMinor", equalTo(29_999))
                .body("facts[0].rules.find { it.code == 'why' }.points", equalTo(299))
                .body("facts[0].rules.find { it.code == 'why-not' }.reason", equalTo("condition-failed"))
                .body("facts[0].rules.find { it.code == 'spend-cny' }.reason", equalTo("currency-differs"));
        String postingId = as(Tokens.member(subject))
                .get("/api/points/v1/me/statement")
                .then()
                .extract()
                .path("items[0].postingId");
        as(Tokens.member(subject))
                .get("/api/points/v1/me/postings/" + postingId + "/explanation")
                .then()
                .statusCode(200)
                .body("summary.zh", equalTo("“消费得积分”发放 299 积分"))
                .body("summary.en", equalTo("\"Points for spending\" paid 299 points"))
                .body("steps[0].en", equalTo("299.99 NOK × 1 per 1.00 NOK = 299 (rounded down)"))
                .body("fact.member.orders", equalTo(0));
        as(Tokens.member("another-member"))
                .get("/api/points/v1/me/postings/" + postingId + "/explanation")
                .then()
                .statusCode(404);
    }

    @Test
    void P08_shouldExplainARefund() {
        // Given
        publish("coat", 1, rule(ORDER, perAmount(1, 100, "NOK"), "condition", "event.channel == 'coat'"), ALWAYS);
        send(order("coat", 29_900, "NOK", "coat", TestEvents.NOON));
        send(TestEvents.refund(member, "coat", 11_960, "NOK"));
        awaitBalance(subject, 179);

        // When
        String postingId = as(Tokens.member(subject))
                .get("/api/points/v1/me/statement")
                .then()
                .extract()
                .path("items[0].postingId");

        // Then
        as(Tokens.operator())
                .get("/api/points/v1/members/" + Tokens.reference(subject) + "/postings/" + postingId + "/explanation")
                .then()
                .statusCode(200)
                .body("kind", equalTo("CLAWED_BACK"))
                .body("summary.en", containsString("120 points were clawed back"))
                .body("steps[1].en", containsString("179 remain"));
    }

    private void awaitContext() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> transactions
                        .read(connection -> connection
                                .preparedQuery("select 1 from member_context where member_id = '" + member
                                        + "' and tier = 'PREMIUM' and attributes ? 'city'")
                                .execute())
                        .map(rows -> rows.size() == 1)
                        .await()
                        .atMost(Duration.ofSeconds(10)));
    }

    private Uni<Void> grant(MemberId to, String action) {
        @SuppressWarnings("unchecked")
        Event<Fact> event = (Event<Fact>) (Event<?>) TestEvents.of(to, new BehaviourRecorded(action, null, null));
        return transactions.run(tx -> earning.process(tx, List.of(event)).replaceWithVoid());
    }

    private void send(Event<? extends Fact> event) {
        Kafka.send(event.fact() instanceof BehaviourRecorded ? Topic.BEHAVIOURS : Topic.ORDERS, event);
    }

    private Event<BehaviourRecorded> behaviour(String action, Instant at) {
        return TestEvents.at(at, member, new BehaviourRecorded(action, null, null));
    }

    private Event<OrderCompleted> order(String orderId, long amountMinor, String currency, String channel, Instant at) {
        return TestEvents.at(at, member, new OrderCompleted(orderId, new Money(amountMinor, currency), null, channel));
    }
}
