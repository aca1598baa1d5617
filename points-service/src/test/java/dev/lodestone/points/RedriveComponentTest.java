package dev.lodestone.points;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.security.Role;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dead letter counts once after its cause is removed, even if the event is sent again. */
@QuarkusTest
class RedriveComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    SettableClock clock;

    private final String subject = "sent-again-" + Ids.next();
    private final MemberId member = Tokens.memberId(subject);

    @BeforeEach
    void onePointForEachUnit() {
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void case14_shouldCountAnEventOnceThatIsSentAgainAfterTheCauseIsRemoved() {
        // Given: a dead letter, since the clock of the service is two days slow.
        byte[] order = EventCodec.encode(order(clock.instant().plus(Duration.ofHours(47)), 10_000));
        send(order);
        awaitState(order, "OPEN future-time");
        assertThat(PointsApi.balance(subject)).isZero();

        // When: the clock is set right, and the order comes three times more: twice from its sender, once from the dead
        // letters.
        clock.forward(Duration.ofDays(2));
        send(order);
        awaitBalance(subject, 100);
        redrive(order);
        send(order);

        // Then: when a later order counts, all earlier records are processed.
        awaitState(order, "RESOLVED future-time");
        send(EventCodec.encode(order(clock.instant(), 5_000)));
        awaitBalance(subject, 150);
        assertThat(postings()).isEqualTo(2);
        assertThat(imbalance()).isZero();
    }

    @Test
    void case14_shouldCountAnEventOnceThatIsRedrivenBeforeItIsSentAgain() {
        // Given
        byte[] order = EventCodec.encode(order(clock.instant().plus(Duration.ofHours(47)), 10_000));
        send(order);
        awaitState(order, "OPEN future-time");

        // When: redriven too early, and again after the clock is correct.
        redrive(order);
        await().atMost(PATIENCE).until(() -> occurrences(order) == 2);
        assertThat(PointsApi.balance(subject)).isZero();
        clock.forward(Duration.ofDays(2));
        redrive(order);
        awaitBalance(subject, 100);
        send(order);

        // Then
        awaitState(order, "RESOLVED future-time");
        send(EventCodec.encode(order(clock.instant(), 5_000)));
        awaitBalance(subject, 150);
        assertThat(postings()).isEqualTo(2);
        assertThat(imbalance()).isZero();
    }

    private Event<OrderCompleted> order(Instant occurredAt, long amountMinor) {
        return TestEvents.at(
                occurredAt,
                member,
                new OrderCompleted("order-" + Ids.next(), new Money(amountMinor, "CNY"), null, null));
    }

    private void send(byte[] order) {
        Kafka.sendRaw(Topic.ORDERS, member.toString(), order);
    }

    private void redrive(byte[] order) {
        String id = deadLetter(order).getUUID("id").toString();
        int requested = as(Tokens.of("ada", Role.DEAD_LETTERS))
                .header("Idempotency-Key", Ids.next().toString())
                .body(Map.of("ids", List.of(id)))
                .post("/api/points/v1/dead-letters/redrive")
                .then()
                .statusCode(202)
                .extract()
                .path("requested");
        assertThat(requested).isEqualTo(1);
    }

    private void awaitState(byte[] order, String expected) {
        await().atMost(PATIENCE).until(() -> {
            Row row = deadLetter(order);
            return row != null && expected.equals(row.getString("state") + " " + row.getString("reason"));
        });
    }

    private long occurrences(byte[] order) {
        return deadLetter(order).getLong("occurrences");
    }

    private @Nullable Row deadLetter(byte[] order) {
        var rows = pool.preparedQuery("select id, state, reason, occurrences from dead_letter where value = $1")
                .executeAndAwait(Tuple.of(io.vertx.core.buffer.Buffer.buffer(order)))
                .iterator();
        return rows.hasNext() ? rows.next() : null;
    }

    private int postings() {
        return Kafka.now(Topic.POINTS, record -> member.toString().equals(record.key()))
                .size();
    }
}
