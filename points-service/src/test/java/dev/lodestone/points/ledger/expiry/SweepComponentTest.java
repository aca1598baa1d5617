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
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertTrue(before > 0 && before < MEMBERS * LOTS_EACH, "some are left, not all");
        assertThrows(
                IllegalStateException.class,
                () -> transactions
                        .run(tx -> ledger.openDue(tx, clock.instant(), OtherBrandProfile.BATCH, Set.of())
                                .call(book -> ledger.write(tx, book))
                                .<Integer>chain(() -> Uni.createFrom().failure(new IllegalStateException("a crash"))))
                        .await()
                        .atMost(PATIENCE));
        assertEquals(before, count("EXPIRED"));

        // When
        int batches = 0;
        while (sweep() > 0) {
            batches++;
            assertTrue(batches <= MEMBERS * LOTS_EACH, "every batch settles something");
        }

        // Then
        assertEquals(MEMBERS * LOTS_EACH, count("EXPIRED"));
        assertEquals(MEMBERS * LOTS_EACH, countOfLots("EXPIRED"));
        assertEquals(0, imbalance());
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
        assertEquals(OtherBrandProfile.BATCH, settled);
        while (sweep() > 0) {
            // The rest.
        }
        assertEquals(MEMBERS * LOTS_EACH, count("EXPIRED"));
        assertEquals(MEMBERS * LOTS_EACH, countOfLots("EXPIRED"));
        assertEquals(0, imbalance());
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
            assertTrue(batches <= MEMBERS, "every batch settles something");
        }

        // Then
        assertEquals((MEMBERS - 1) * LOTS_EACH, count("EXPIRED"));
        pool.preparedQuery("update lot set earned_at = expires_at where member_id = $1")
                .executeAndAwait(Tuple.of(members.getFirst().value()));
        assertEquals(1, sweep());
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
        assertEquals((MEMBERS - 1) * LOTS_EACH, count("EXPIRED"));
        assertEquals(1, alarms() - before);

        // When: the pause passes, and later it is repaired
        try {
            sweep();
            assertEquals(1, alarms() - before);
            clock.forward(Duration.ofMinutes(1));
            sweep();
            assertEquals(2, alarms() - before);
            pool.preparedQuery("update account set debits = 0 where member_id = $1")
                    .executeAndAwait(Tuple.of(broken));
            clock.forward(Duration.ofMinutes(1));
            sweepAll();
            assertEquals((MEMBERS - 1) * LOTS_EACH, count("EXPIRED"));
            clock.forward(Duration.ofMinutes(1));
            sweepAll();
        } finally {
            clock.reset();
        }

        // Then
        assertEquals(MEMBERS * LOTS_EACH, count("EXPIRED"));
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
            assertEquals(201, spent.getFirst());
            assertEquals(70, balance(subject));
            clock.forward(Duration.ofMinutes(4));
            assertEquals(50, balance(subject));
            while (sweep() > 0) {
                // Until it is booked.
            }
            assertEquals(50, balance(subject));
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
