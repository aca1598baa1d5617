package dev.lodestone.points.ledger.postings;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.post;
import static dev.lodestone.points.PointsApi.posting;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.PointsApi;
import dev.lodestone.points.TestEvents;
import dev.lodestone.points.ledger.proof.StatementProof;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefundComponentTest {
    @Inject
    Pool pool;

    @Inject
    Clock clock;

    private String subject;
    private MemberId member;

    @BeforeEach
    void newMember() {
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        subject = "refunded-" + Ids.next();
        member = Tokens.memberId(subject);
    }

    @Test
    void P06_shouldReachTheSameBalanceInWhateverOrderAnOrderAndItsRefundsArrive() {
        // Given: 99.99, of which 33.33 is refunded twice; and 100.00, all of which is refunded in three parts
        List<List<Event<?>>> parts = permutations(List.of(0, 1, 2)).stream()
                .map(order -> history(order, "third-" + name(order), 9_999, 3_333, 3_333))
                .toList();
        List<List<Event<?>>> wholes = permutations(List.of(0, 1, 2, 3)).stream()
                .map(order -> history(order, "whole-" + name(order), 10_000, 4_000, 3_500, 2_500))
                .toList();

        // When
        parts.forEach(history -> Kafka.send(Topic.ORDERS, history));
        wholes.forEach(history -> Kafka.send(Topic.ORDERS, history));

        // Then: one point more from the order that ends each history
        permutations(List.of(0, 1, 2)).forEach(order -> awaitBalance(subject + "third-" + name(order), 33 + 1));
        permutations(List.of(0, 1, 2, 3)).forEach(order -> awaitBalance(subject + "whole-" + name(order), 1));
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P06_shouldNetToZeroAfterRepeatedPurchasesAndRefunds() {
        // Given
        PointsApi.grant(subject, "POINTS", 30);
        List<Event<?>> rounds = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            rounds.add(TestEvents.order(member, "round-" + round, 7_777, "CNY"));
            rounds.add(
                    round % 2 == 0
                            ? TestEvents.refund(member, "round-" + round, 7_777, "CNY")
                            : TestEvents.cancellation(member, "round-" + round));
        }
        rounds.add(TestEvents.order(member, "mark", 100, "CNY"));

        // When
        Kafka.send(Topic.ORDERS, rounds);

        // Then
        awaitBalance(subject, 31);
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P06_shouldNetToZeroAfterRepeatedRefundsOfOrdersPaidWithPoints() {
        // Given
        Instant soon = inDays(10);
        Instant later = inDays(20);
        grant(30, soon);
        grant(30, later);

        // When
        for (int round = 0; round < 5; round++) {
            spendOn("round-" + round, 40);
            Kafka.send(
                    Topic.ORDERS,
                    TestEvents.order(member, "round-" + round, 6_000, "CNY"),
                    TestEvents.refund(member, "round-" + round, 1_999, "CNY"),
                    TestEvents.refund(member, "round-" + round, 4_001, "CNY"));
            awaitBalance(subject, 60);
        }

        // Then
        assertThat(remaining()).isEqualTo(Map.of(soon, 30L, later, 30L));
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P06_shouldReturnUnitsToTheirLotsAfterActivityChangedTheSpendingOrder() {
        // Given: the later lot is spent last and filled first
        Instant soon = inDays(10);
        Instant later = inDays(20);
        Instant prolonged = inDays(40);
        grant(50, soon);
        grant(50, later);
        spendOn("paid", 100);
        Kafka.send(
                Topic.ORDERS,
                TestEvents.order(member, "paid", 10_000, "KRW"),
                TestEvents.refund(member, "paid", 5_000, "KRW"));
        awaitBalance(subject, 50);
        assertThat(remaining()).isEqualTo(Map.of(later, 50L));
        StatementProof.awaitSealed(subject, 5);
        moveExpiry(soon, prolonged);

        // When
        Kafka.send(Topic.ORDERS, TestEvents.refund(member, "paid", 5_000, "KRW"));

        // Then
        awaitBalance(subject, 100);
        assertThat(remaining()).isEqualTo(Map.of(prolonged, 50L, later, 50L));
        // The date is part of what is sealed: a verification in another test must find it as it was.
        moveExpiry(prolonged, soon);
    }

    @Test
    void case18_shouldExpireNoHoldAndNoLotEarlyForARefundWithAFastClock() {
        // Given: 60 of what expires in five hours paid for the order, 40 of it and 60 more are reserved for six hours
        Instant today = clock.instant().plus(Duration.ofHours(5));
        grant(100, today);
        grant(300, inDays(400));
        spendOn("fast", 60);
        String hold = post(subject, "/holds", Map.of("amount", 100, "seconds", 21_600))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        Kafka.send(Topic.ORDERS, TestEvents.order(member, "fast", 10_000, "CNY"));
        awaitBalance(subject, 340);

        // When
        Kafka.send(
                Topic.ORDERS,
                TestEvents.at(
                        clock.instant().plus(Duration.ofHours(20)),
                        member,
                        new OrderRefunded("fast", "refund-" + subject, new Money(10_000, "CNY"))),
                TestEvents.order(member, "mark", 100, "CNY"));

        // Then
        awaitBalance(subject, 301);
        as(Tokens.operator())
                .get("/api/points/v1/members/" + Tokens.reference(subject) + "/holds/" + hold)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"));
        assertThat(remaining().get(today)).isEqualTo(60);
        assertThat(imbalance()).isEqualTo(0);
    }

    /** An order and refunds of it in {@code order}, where 0 stands for the order itself; a small order of another number ends it. */
    private List<Event<?>> history(List<Integer> order, String name, long total, long... refunds) {
        MemberId someone = Tokens.memberId(subject + name);
        List<Event<?>> history = new ArrayList<>();
        for (int n : order) {
            history.add(
                    n == 0
                            ? TestEvents.order(someone, "any-order", total, "CNY")
                            : TestEvents.refund(someone, "any-order", refunds[n - 1], "CNY"));
        }
        history.add(TestEvents.order(someone, "mark", 100, "CNY"));
        return history;
    }

    private static String name(List<Integer> order) {
        return order.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    private static List<List<Integer>> permutations(List<Integer> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : of) {
            List<Integer> others =
                    of.stream().filter(other -> !other.equals(first)).toList();
            for (List<Integer> rest : permutations(others)) {
                List<Integer> one = new ArrayList<>(List.of(first));
                one.addAll(rest);
                all.add(one);
            }
        }
        return all;
    }

    private void grant(long amount, Instant expiresAt) {
        Map<String, Object> posting = new HashMap<>(posting("ISSUED", "POINTS", "AVAILABLE", "POINTS", amount));
        posting.put("expiresAt", expiresAt.toString());
        post(subject, "/postings", posting).statusCode(201);
    }

    private void spendOn(String orderId, long amount) {
        String hold = post(subject, "/holds", Map.of("amount", amount, "seconds", 600, "orderId", orderId))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        post(subject, "/holds/" + hold + "/posting", Map.of()).statusCode(200);
    }

    private Map<Instant, Long> remaining() {
        Map<Instant, Long> remaining = new HashMap<>();
        pool.preparedQuery("select expires_at, remaining from lot where member_id = $1 and remaining > 0")
                .executeAndAwait(Tuple.of(member.value()))
                .forEach(row ->
                        remaining.put(row.getOffsetDateTime("expires_at").toInstant(), row.getLong("remaining")));
        return remaining;
    }

    private void moveExpiry(Instant from, Instant to) {
        pool.preparedQuery("update lot set expires_at = $1 where member_id = $2 and expires_at = $3")
                .executeAndAwait(Tuple.of(utc(to), member.value(), utc(from)));
    }

    private Instant inDays(int days) {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(days));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
