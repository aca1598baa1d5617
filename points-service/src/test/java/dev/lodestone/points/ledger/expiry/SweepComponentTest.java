package dev.lodestone.points.ledger.expiry;

import static dev.lodestone.points.PointsApi.balance;
import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.post;
import static dev.lodestone.points.PointsApi.posting;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.points.PointsApi.redeem;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.OtherBrandProfile;
import dev.lodestone.points.Races;
import dev.lodestone.points.TestEvents;
import dev.lodestone.points.ledger.postings.LedgerService;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OtherBrandProfile.class)
class SweepComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MEMBERS = 30;
    private static final int LOTS_EACH = 2;

    @Inject
    ExpiryService expiry;

    @Inject
    Transactions transactions;

    @Inject
    LedgerService ledger;

    @Inject
    Pool pool;

    @Inject
    SettableClock clock;

    @Inject
    MeterRegistry meters;

    private List<MemberId> members;

    @BeforeEach
    void membersWithDueLots() {
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        while (sweep() > 0) {
            // What other tests left is no concern of these.
        }
        String name = "swept-" + Ids.next();
        members = IntStream.range(0, MEMBERS)
                .mapToObj(n -> Tokens.memberId(name + n))
                .toList();
        Instant longAgo = clock.instant().minus(Duration.ofDays(700));
        List<Event<?>> orders = new ArrayList<>();
        for (int n = 0; n < MEMBERS * LOTS_EACH; n++) {
            orders.add(TestEvents.at(
                    longAgo.plus(Duration.ofDays(n)),
                    members.get(n % MEMBERS),
                    new OrderCompleted("due-" + n, new Money(1_000, "CNY"), null, null)));
        }
        Kafka.send(Topic.ORDERS, orders);
        await().atMost(PATIENCE).until(() -> count("EARNED"), earned -> earned == MEMBERS * LOTS_EACH);
    }

    @Test
    void P05_shouldExpireEachLotOnceAfterAnInterruptedSweep() {
        // Given: some batches, and one that is broken off after it has written
        sweep();
        sweep();
        long before = count("EXPIRED");
        assertThat(before).as("some are left, not all").isPositive().isLessThan(MEMBERS * LOTS_EACH);
        assertThatThrownBy(() -> transactions
                        .run(tx -> ledger.openDue(tx, clock.instant(), OtherBrandProfile.BATCH, Set.of())
                                .call(book -> ledger.write(tx, book))
                                .<Integer>chain(() -> Uni.createFrom().failure(new IllegalStateException("a crash"))))
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count("EXPIRED")).isEqualTo(before);

        // When
        int batches = 0;
        while (sweep() > 0) {
            batches++;
            assertThat(batches).as("every batch settles something").isLessThanOrEqualTo(MEMBERS * LOTS_EACH);
        }

        // Then
        assertThat(count("EXPIRED")).isEqualTo(MEMBERS * LOTS_EACH);
        assertThat(countOfLots("EXPIRED")).isEqualTo(MEMBERS * LOTS_EACH);
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P05_shouldSkipAccountsThatAnotherSweepHasLocked() {
        // Given
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        CompletableFuture<Void> opened = new CompletableFuture<>();
        CompletableFuture<Void> other = transactions
                .run(tx -> ledger.openDue(tx, clock.instant(), OtherBrandProfile.BATCH, Set.of())
                        .invoke(() -> opened.complete(null))
                        .call(() -> Uni.createFrom().completionStage(goOn))
                        .call(book -> ledger.write(tx, book)))
                .replaceWithVoid()
                .subscribeAsCompletionStage();
        await().atMost(PATIENCE).until(opened::isDone);

        // When
        int settled = sweep();
        goOn.complete(null);
        await().atMost(PATIENCE).until(other::isDone);

        // Then
        assertThat(settled).isEqualTo(OtherBrandProfile.BATCH);
        while (sweep() > 0) {
            // The rest.
        }
        assertThat(count("EXPIRED")).isEqualTo(MEMBERS * LOTS_EACH);
        assertThat(countOfLots("EXPIRED")).isEqualTo(MEMBERS * LOTS_EACH);
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P05_shouldNotLoopForEverOverALotEarnedAheadOfTheClock() {
        // Given
        pool.preparedQuery("update lot set earned_at = $1 where member_id = $2")
                .executeAndAwait(Tuple.of(
                        clock.instant().plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC),
                        members.getFirst().value()));

        // When
        int batches = 0;
        while (sweep() > 0) {
            batches++;
            assertThat(batches).as("every batch settles something").isLessThanOrEqualTo(MEMBERS);
        }

        // Then
        assertThat(count("EXPIRED")).isEqualTo((MEMBERS - 1) * LOTS_EACH);
        // As its posting says: a verification compares them.
        pool.preparedQuery("update lot set earned_at = occurred_at from posting"
                        + " where posting.member_id = lot.member_id and posting.id = lot.id and lot.member_id = $1")
                .executeAndAwait(Tuple.of(members.getFirst().value()));
        assertThat(sweep()).isEqualTo(1);
    }

    @Test
    void P05_shouldSettleOtherAccountsWhenOneFails() {
        // Given: an account that does not have what its lots say
        double before = alarms();
        UUID broken = members.getFirst().value();
        pool.preparedQuery("update account set debits = credits where member_id = $1")
                .executeAndAwait(Tuple.of(broken));

        // When
        sweepAll();

        // Then
        assertThat(count("EXPIRED")).isEqualTo((MEMBERS - 1) * LOTS_EACH);
        assertThat(alarms() - before).isEqualTo(1);

        // When: the pause passes, and later it is repaired
        try {
            sweep();
            assertThat(alarms() - before).isEqualTo(1);
            clock.forward(Duration.ofMinutes(1));
            sweep();
            assertThat(alarms() - before).isEqualTo(2);
            pool.preparedQuery("update account set debits = 0 where member_id = $1")
                    .executeAndAwait(Tuple.of(broken));
            clock.forward(Duration.ofMinutes(1));
            sweepAll();
            assertThat(count("EXPIRED")).isEqualTo((MEMBERS - 1) * LOTS_EACH);
            clock.forward(Duration.ofMinutes(1));
            sweepAll();
        } finally {
            clock.reset();
        }

        // Then
        assertThat(count("EXPIRED")).isEqualTo(MEMBERS * LOTS_EACH);
    }

    @Test
    void case17_shouldLetOnlyTheRestExpireWhenMostOfALotIsSpentWhileTheSweepRuns() {
        // Given: lot A of 100 expires in an hour, lot B of 50 never
        while (sweep() > 0) {
            // What is due of the others.
        }
        String subject = "spending-" + Ids.next();
        Map<String, Object> a = new HashMap<>(posting("ISSUED", "POINTS", "AVAILABLE", "POINTS", 100));
        a.put("expiresAt", clock.instant().plus(Duration.ofHours(1)).toString());
        post(subject, "/postings", a).statusCode(201);
        grant(subject, "POINTS", 50);
        putReward("eighty", 80, null);

        try {
            // When: shortly before, the member spends while sweeps run
            clock.forward(Duration.ofMinutes(58));
            List<Integer> spent = Races.atOnce(
                    8,
                    n -> () ->
                            n == 0 ? redeem(subject, "once", "eighty").extract().statusCode() : sweep());

            // Then: 70 before; with no sweep at all, 50 right after; and the sweep books just that
            assertThat(spent.getFirst()).isEqualTo(201);
            assertThat(balance(subject)).isEqualTo(70);
            clock.forward(Duration.ofMinutes(4));
            assertThat(balance(subject)).isEqualTo(50);
            while (sweep() > 0) {
                // Until it is booked.
            }
            assertThat(balance(subject)).isEqualTo(50);
            as(Tokens.member(subject))
                    .get("/api/points/v1/me/statement")
                    .then()
                    .body("items.kind", equalTo(List.of("EXPIRED", "REDEEMED", "GRANTED", "GRANTED")))
                    .body("items[0].amount", equalTo(20));
        } finally {
            clock.reset();
        }
    }

    private double alarms() {
        return meters.counter("lodestone.alarms", "kind", "expiry-failed").count();
    }

    private void sweepAll() {
        while (sweep() > 0) {
            // All that can be settled.
        }
    }

    private int sweep() {
        return expiry.settleDue().await().atMost(PATIENCE);
    }

    private long count(String kind) {
        return number("select count(*) from posting where kind = $1 and member_id = any($2::uuid[])", kind);
    }

    private long countOfLots(String kind) {
        return number(
                "select count(distinct cause_id) from posting where kind = $1 and member_id = any($2::uuid[])", kind);
    }

    private long number(String query, String kind) {
        UUID[] ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return pool.preparedQuery(query)
                .executeAndAwait(Tuple.of(kind, ids))
                .iterator()
                .next()
                .getLong(0);
    }
}
