package dev.lodestone.points.earning.trial;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.fixed;
import static dev.lodestone.points.PointsApi.perAmount;
import static dev.lodestone.points.PointsApi.publish;
import static dev.lodestone.points.PointsApi.rule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;

import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.TestEvents;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrialComponentTest {
    private static final String ORDER = "brand.order.completed.v1";
    private static final String VERSIONS = "/api/points/v1/earning-rules/%s/versions/%d";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void P29_shouldBacktestADraftWithoutAnyEffect() {
        // Given: three members buy for 100, 200 and 300 under a rule of one point a crown.
        String channel = "tried-" + Ids.next();
        String condition = "event.channel == '" + channel + "'";
        publish(channel, 1, rule(ORDER, perAmount(1, 100, "NOK"), "condition", condition), "2020-01-01T00:00:00Z");
        List<String> subjects = List.of(channel + "a", channel + "b", channel + "c");
        for (int i = 0; i < subjects.size(); i++) {
            Kafka.send(Topic.ORDERS, order(subjects.get(i), 10_000L * (i + 1), channel, i));
            awaitBalance(subjects.get(i), 100L * (i + 1));
        }

        // When: the draft pays two points a crown above 150, at most 700 in all.
        draft(
                channel,
                2,
                rule(
                        ORDER,
                        perAmount(2, 100, "NOK"),
                        "condition",
                        condition + " && event.total.amountMinor > 15000",
                        "budget",
                        700));
        JsonPath report = backtest(channel, 2);

        // Then: the first loses 100, the second gains 200 of 400, the third of 600 only the 300 that the budget leaves.
        assertThat(report.getLong("cost")).isEqualTo(700);
        assertThat(report.getLong("losers.members")).isEqualTo(1);
        assertThat(report.getLong("losers.points")).isEqualTo(100);
        assertThat(report.getLong("winners.members")).isEqualTo(1);
        assertThat(report.getLong("winners.points")).isEqualTo(200);
        assertThat(report.getString("budgetHitOn")).isEqualTo("2026-11-20");
        assertThat(report.getLong("winners.points") - report.getLong("losers.points"))
                .isEqualTo(report.getLong("after") - report.getLong("before"));
        assertThat(report.getList("segments.facts", Long.class).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(report.getLong("facts"));
        for (int i = 0; i < subjects.size(); i++) {
            awaitBalance(subjects.get(i), 100L * (i + 1));
        }
    }

    @Test
    void P29_shouldSimulateOneEventWithoutAnyEffect() {
        // Given
        String code = "simulated-" + Ids.next();
        draft(code, 1, rule(ORDER, fixed(40), "condition", "member.tier == 'PREMIUM'", "exclusiveGroup", "sim"));

        // When, then
        simulate(code, Map.of("orderId", "x", "total", Map.of("amountMinor", 100, "currency", "NOK")), "PREMIUM")
                .statusCode(200)
                .body("rules.find { it.code == '" + code + "' }.points", equalTo(40));
        simulate(code, Map.of("orderId", "x", "total", Map.of("amountMinor", 100, "currency", "NOK")), "BASIC")
                .statusCode(200)
                .body("rules.find { it.code == '" + code + "' }", hasEntry("reason", "condition-false"));
        simulate(code, Map.of("orderId", "x", "total", Map.of("amountMinor", -1, "currency", "NOK")), "BASIC")
                .statusCode(400)
                .body("detail", containsString("amountMinor"));
    }

    @Test
    void P29_shouldRefuseUnknownVersions() {
        as(Tokens.operator())
                .header("Idempotency-Key", Ids.next().toString())
                .body(Map.of("days", 30))
                .post(VERSIONS.formatted("unheard-of", 1) + "/backtests")
                .then()
                .statusCode(404);
        as(Tokens.operator())
                .get(VERSIONS.formatted("unheard-of", 1) + "/backtests/" + Ids.next())
                .then()
                .statusCode(404);
    }

    @Test
    void P29_shouldFailABacktestAfterItsLastAttempt() throws SQLException {
        // Given
        String code = "failing-" + Ids.next();
        draft(code, 1, rule(ORDER, fixed(1)));
        Kafka.send(Topic.ORDERS, order(code, 100, code, 0));
        await().atMost(PATIENCE)
                .until(() -> !Database.rows(
                                "select 1 from fact where member_id = ?",
                                Tokens.memberId(code).value())
                        .isEmpty());
        asOwner(
                "create function refuse_progress() returns trigger language plpgsql as $$ begin if new.rule_code = '"
                        + code
                        + "' and new.status = 'RUNNING' and new.progress > 0 then raise 'a defect'; end if; return new; end $$");
        asOwner(
                "create trigger refuse_progress before update on backtest for each row execute function refuse_progress()");

        // When
        JsonPath failed;
        try {
            failed = backtest(code, 1).setRootPath("");
        } finally {
            asOwner("drop trigger refuse_progress on backtest");
            asOwner("drop function refuse_progress()");
        }

        // Then
        assertThat(failed.getString("status")).isEqualTo("FAILED");
        assertThat(failed.getString("failure")).isEqualTo("PgException");
        assertThat(attempts(failed.getString("id"))).isEqualTo(3);
    }

    @Test
    void P29_shouldFailABacktestWhoseLeasesAllExpired() {
        // Given: what is left behind by processes that died with it
        String code = "fatal-" + Ids.next();
        UUID id = Ids.next();
        draft(code, 1, rule(ORDER, fixed(1)));
        Database.update("""
                insert into backtest (id, rule_code, rule_version, days, status, requested_by, requested_at, since, facts_last, attempts,
                                      lease_until)
                values (?, ?, 1, 1, 'RUNNING', 'test', now(), now(), 1, 3, now() - interval '1 second')
                """, id, code);

        // Then
        JsonPath failed = awaitEnd(code, 1, id.toString());
        assertThat(failed.getString("status")).isEqualTo("FAILED");
        assertThat(failed.getString("failure")).isEqualTo("no attempt finished before its lease expired");
        assertThat(attempts(id.toString())).isEqualTo(3);
    }

    private static void asOwner(String statement) throws SQLException {
        try (Connection connection = Database.asOwner()) {
            connection.createStatement().execute(statement);
        }
    }

    private long attempts(String backtest) {
        return ((Number) Database.rows("select attempts from backtest where id = ?", UUID.fromString(backtest))
                        .getFirst()
                        .getFirst())
                .longValue();
    }

    private static JsonPath backtest(String code, int version) {
        String id = as(Tokens.operator())
                .header("Idempotency-Key", Ids.next().toString())
                .body(Map.of("days", 300))
                .post(VERSIONS.formatted(code, version) + "/backtests")
                .then()
                .statusCode(202)
                .body("status", equalTo("RUNNING"))
                .extract()
                .path("id");
        return awaitEnd(code, version, id).setRootPath("report");
    }

    private static JsonPath awaitEnd(String code, int version, String id) {
        return await("backtest " + id)
                .atMost(PATIENCE)
                .until(
                        () -> as(Tokens.operator())
                                .get(VERSIONS.formatted(code, version) + "/backtests/" + id)
                                .jsonPath(),
                        path -> !"RUNNING".equals(path.getString("status")));
    }

    private static ValidatableResponse simulate(String code, Map<String, ?> data, String tier) {
        return as(Tokens.operator())
                .body(Map.of("data", data, "occurredAt", "2026-11-20T12:00:00+08:00", "member", Map.of("tier", tier)))
                .post(VERSIONS.formatted(code, 1) + "/simulation")
                .then();
    }

    private static void draft(String code, int version, Map<String, ?> rule) {
        as(Tokens.operator())
                .body(rule)
                .put(VERSIONS.formatted(code, version))
                .then()
                .statusCode(200);
    }

    private static Event<OrderCompleted> order(String subject, long amountMinor, String channel, int seconds) {
        return TestEvents.at(
                TestEvents.NOON.plusSeconds(seconds),
                Tokens.memberId(subject),
                new OrderCompleted("order-" + subject, new Money(amountMinor, "NOK"), null, channel));
    }
}
