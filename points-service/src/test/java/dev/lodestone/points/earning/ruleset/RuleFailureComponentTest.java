package dev.lodestone.points.earning.ruleset;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.fixed;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.rule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.TestEvents;
import dev.lodestone.points.ledger.verification.Tamperer;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that cannot be evaluated is refused. If it is in force nevertheless, only that rule pays nothing. */
@QuarkusTest
class RuleFailureComponentTest {
    private static final String ORDER = "brand.order.completed.v1";

    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

    /** No audit entry vouches for these rules; left behind, they would fail every verification of the book. */
    @AfterAll
    static void deleteRulesThatNobodyPublished() throws Exception {
        try (Tamperer tamperer = new Tamperer()) {
            tamperer.does("delete from earning_rule where code like 'broken-%'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T235959Z", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"})
    void case13_shouldRefuseARecurrenceThatCannotBeEvaluatedWhenItIsDrafted(String rrule) {
        as(Tokens.operator())
                .body(rule(ORDER, fixed(5), "validity", Map.of("from", "2026-01-02", "rrule", rrule)))
                .put("/api/points/v1/earning-rules/fridays/versions/1")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-rule"))
                .body("detail", containsString("UNTIL=20261231"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.total.amountMinor / member.orders > 100",
                "event.items[7].sku == 'x'",
                "event.total.amountMinor * 9223372036854775807 > 1",
                "timestamp(event.channel) < occurredAt"
            })
    void case13_shouldRefuseAConditionThatFailsForASampleWhenItIsDrafted(String condition) {
        as(Tokens.operator())
                .body(rule(ORDER, fixed(5), "condition", condition))
                .put("/api/points/v1/earning-rules/failing/versions/1")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-condition"))
                .body("detail", containsString("it cannot be evaluated for a member"));
    }

    @Test
    void case13_shouldAcceptAConditionAboutAnAttributeThatTheSampleDoesNotHave() {
        as(Tokens.operator())
                .body(rule(ORDER, fixed(5), "condition", "member.attributes.city == 'nowhere'"))
                .put("/api/points/v1/earning-rules/attribute-of-" + Ids.next() + "/versions/1")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"factType\":\"brand.order.completed.v1\",\"award\":{\"kind\":\"FIXED\",\"points\":5},"
                        + "\"validity\":{\"from\":\"2026-01-02\",\"rrule\":\"FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T235959Z\"}}",
                "{\"factType\":\"brand.order.completed.v1\",\"award\":{\"kind\":\"UNHEARD_OF\"}}",
                "{\"factType\":\"brand.order.completed.v1\",\"award\":{\"kind\":\"FIXED\",\"points\":5},\"caps\":[{\"points\":1}]}"
            })
    void case13_shouldPayTheOtherRulesIfOneFails(String definition) {
        // Given
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        String code = "broken-" + Ids.next().toString().substring(24);
        String subject = "unharmed-" + Ids.next();
        MemberId member = Tokens.memberId(subject);
        double before = alarms();

        // When: it is published without the checks
        pool.preparedQuery("""
                        insert into earning_rule (code, version, definition, status, effective_from, drafted_by, drafted_at,
                                                  published_by, published_at)
                        values ($1, 1, $2, 'PUBLISHED', '2026-11-27T20:00:00Z', 'test', now(), 'test', now())
                        """).executeAndAwait(Tuple.of(code, definition));
        Kafka.send(
                Topic.ORDERS,
                List.of(TestEvents.at(
                        Instant.parse("2026-11-27T20:30:00Z"),
                        member,
                        new OrderCompleted("unharmed", new Money(10_000, "CNY"), null, null))));

        // Then
        awaitBalance(subject, 100);
        as(Tokens.member(subject))
                .get("/api/points/v1/me/orders/unharmed/explanation")
                .then()
                .body("facts[0].rules.find { it.code == '" + code + "' }.reason", equalTo("rule-failed"))
                .body("facts[0].rules.find { it.code == 'spend-cny' }.points", equalTo(100));
        as(Tokens.member(subject))
                .get("/api/points/v1/earning-rules")
                .then()
                .statusCode(200)
                .body("code.toString()", not(containsString(code)));
        assertThat(alarms()).isGreaterThan(before);
        assertThat(Kafka.now(
                        Topic.deadLetters(Topic.ORDERS),
                        record -> member.toString().equals(record.key())))
                .isEmpty();
    }

    private double alarms() {
        return meters.counter("lodestone.alarms", "kind", "rule-failed").count();
    }
}
