package dev.lodestone.points.earning.explanation;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.days;
import static dev.lodestone.points.PointsApi.perAmount;
import static dev.lodestone.points.PointsApi.publish;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.RandomActivity;
import dev.lodestone.points.TestEvents;
import dev.lodestone.points.ledger.statement.Statements;
import dev.lodestone.testkit.Dose;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExplanationComponentTest {
    @Inject
    SettableClock clock;

    @Inject
    RandomActivity history;

    @AfterEach
    void putBackTheClock() {
        clock.reset();
    }

    @Test
    void P08_shouldExplainEachPostingOfRandomActivity() {
        // Given
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        Set<PostingKind> explained = EnumSet.noneOf(PostingKind.class);
        for (long seed = 51; seed < 51 + Dose.of(2, 10); seed++) {
            String subject = "explained-" + Ids.next();
            history.begin(subject, seed);
            history.perform(60);
            history.awaitSwept();

            // When, Then
            for (Map<String, Object> line : statement(subject)) {
                JsonPath explanation =
                        Statements.get(subject, "postings/" + line.get("postingId") + "/explanation", Map.of());
                assertExplains(explanation, line);
                explained.add(PostingKind.valueOf(explanation.getString("kind")));
            }
        }
        assertThat(explained).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void P08_shouldExplainAnExpiryByTheRuleThatPaid() {
        // Given
        String subject = "explained-" + Ids.next();
        publish(
                "brief",
                1,
                rule(
                        "brand.order.completed.v1",
                        perAmount(1, 100, "DKK"),
                        "condition",
                        "event.channel == 'brief'",
                        "expiry",
                        days("AFTER_DAYS", 1)),
                "2020-01-01T00:00:00Z");
        Kafka.send(
                Topic.ORDERS,
                TestEvents.at(
                        clock.instant(),
                        Tokens.memberId(subject),
                        new OrderCompleted("brief", new Money(4_250, "DKK"), null, "brief")));
        awaitBalance(subject, 42);

        // When
        clock.forward(Duration.ofDays(2));
        history.awaitSwept();

        // Then
        Map<String, Object> expired = statement(subject).getFirst();
        JsonPath explanation =
                Statements.get(subject, "postings/" + expired.get("postingId") + "/explanation", Map.of());
        assertThat(explanation.getString("kind")).isEqualTo("EXPIRED");
        assertThat(explanation.getString("summary.en")).isEqualTo("42 points expired unspent");
        assertThat(explanation.getString("ruleCode")).isEqualTo("brief");
        assertThat(explanation.getInt("ruleVersion")).isEqualTo(1);
        assertThat(explanation.getString("steps[0].en")).isEqualTo("An earning rule paid 42 points");
        assertThat(explanation.getString("steps[1].en")).isEqualTo("42.50 DKK × 1 per 1.00 DKK = 42 (rounded down)");
        assertThat(explanation.getString("fact.data.orderId")).isEqualTo("brief");
    }

    @Test
    void case27_shouldSayLocalDatesAndUnitsAndNoExpressionToMembers() {
        // Given
        String subject = "local-days-" + Ids.next();
        publish(
                "local-days",
                1,
                rule(
                        "brand.order.completed.v1",
                        perAmount(1, 100, "THB"),
                        "condition",
                        "event.channel == 'local-days'",
                        "expiry",
                        Map.of("policy", "FIXED_DATE", "date", "2999-11-01")),
                "2020-01-01T00:00:00Z");
        Kafka.send(
                Topic.ORDERS,
                TestEvents.at(
                        TestEvents.NOON,
                        Tokens.memberId(subject),
                        new OrderCompleted("local-days", new Money(4_250, "THB"), null, "local-days")));
        awaitBalance(subject, 42);

        // When
        Object posting = statement(subject).getFirst().get("postingId");
        JsonPath explanation = Statements.get(subject, "postings/" + posting + "/explanation", Map.of());

        // Then
        assertThat(explanation.getString("summary.zh")).isEqualTo("积分规则发放 42 积分");
        assertThat(explanation.getList("steps.zh", String.class)).contains("有效期至 2999年10月31日");
        assertThat(explanation.getList("steps.en", String.class)).contains("can be spent until 31 October 2999");
        assertThat(explanation.getString("summary") + explanation.getString("steps"))
                .doesNotContain("T00:", "event.", "local-days");
    }

    private static void assertExplains(JsonPath explanation, Map<String, Object> line) {
        long amount = ((Number) line.get("amount")).longValue();
        assertThat(explanation.getString("kind")).isEqualTo(line.get("kind"));
        assertThat(explanation.getLong("amount")).isEqualTo(amount);
        Explained.check(explanation.getString("summary.zh"), explanation.getString("summary.en"), amount, (String)
                line.get("orderId"));
        List<String> steps = explanation.getList("steps.en");
        PostingKind kind = PostingKind.valueOf(explanation.getString("kind"));
        if (kind == PostingKind.EXPIRED || kind == PostingKind.CONFIRMED) {
            assertThat(steps).as("steps of the earning posting").isNotEmpty();
        } else if (explanation.getString("ruleCode") != null) {
            assertThat(explanation.getString("ruleCode")).isEqualTo("spend-cny");
            assertThat(explanation.getInt("ruleVersion")).isEqualTo(1);
            assertThat(steps.getFirst()).as(steps::toString).contains(" = " + amount + " (");
        } else if (explanation.getString("summary.en").contains("refunded")) {
            assertThat(steps).as("steps of the refund").isNotEmpty();
        }
    }

    private static List<Map<String, Object>> statement(String subject) {
        return Statements.pages(subject, Map.of(), 100).stream()
                .flatMap(page -> page.<Map<String, Object>>getList("items").stream())
                .toList();
    }
}
