package dev.lodestone.tier.previews;

import static dev.lodestone.testkit.Api.as;
import static dev.lodestone.testkit.Api.json;
import static dev.lodestone.testkit.Api.once;
import static dev.lodestone.tier.TierApi.awaitGrowth;
import static dev.lodestone.tier.TierApi.me;
import static dev.lodestone.tier.TierSets.draft;
import static dev.lodestone.tier.TierSets.ladder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import dev.lodestone.tier.Events;
import dev.lodestone.tier.TierSetRows;
import dev.lodestone.tier.TierSets;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Previews of a draft over all members. */
@QuarkusTest
class PreviewComponentTest {
    private static final String TARA = Tokens.of("tara", Role.TIER_SETS);
    private static final String PREVIEWS = TierSets.version(2) + "/previews";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MEMBERS = 12;

    @Inject
    SettableClock clock;

    @Inject
    MeterRegistry meters;

    @Inject
    Transactions transactions;

    @Inject
    PreviewService previews;

    private final String subject = "preview-" + Ids.next();

    @BeforeEach
    void aDraftAndMembers() {
        TierSetRows.restore();
        draft(TARA, 2, ladder(1_500, 6_000)).then().statusCode(200);
        Kafka.send(
                Topic.ORDERS,
                IntStream.range(0, MEMBERS)
                        .mapToObj(i -> Events.orderCompleted(member(i), "tea", i % 2 == 0 ? 120_000 : 70_000))
                        .toArray(Event[]::new));
        for (int i = 0; i < MEMBERS; i++) {
            awaitGrowth(subject + i, i % 2 == 0 ? 1_200 : 700);
        }
    }

    @AfterEach
    void restore() throws SQLException {
        asOwner("drop trigger if exists page_fails on job", "drop function if exists fail_page");
        clock.reset();
        TierSetRows.restore();
    }

    @Test
    void T02_T24_shouldSayWhoWouldMoveAndWhyWithoutMovingAnyone() {
        // When
        JsonPath done = awaitEnd(request(Map.of()));

        // Then
        long all = Database.number("select count(*) from member_tier");
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getLong("members")).isEqualTo(all);
        assertThat(sum(done)).isEqualTo(all);
        assertThat(done.getInt("percent")).isEqualTo(100);
        assertThat(done.getLong("falling")).isGreaterThanOrEqualTo(MEMBERS / 2);
        Map<String, Map<String, Object>> falling = moves(done.getString("id"), "FALLING");
        assertThat(falling).hasSize(done.getInt("falling"));
        for (int i = 0; i < MEMBERS; i++) {
            assertThat(falling.containsKey(member(i).toString())).isEqualTo(i % 2 == 0);
        }
        Map<String, Object> move = falling.get(member(0).toString());
        assertThat(move)
                .containsEntry("from", "ADVANCED")
                .containsEntry("to", "BASIC")
                .containsEntry("reason", "LOST")
                .containsEntry(
                        "measures",
                        List.of(Map.of("criterion", "growth", "growth", 1_200, "threshold", 1_500, "missing", 300)));
        assertThat(me(subject + 0).getString("level")).isEqualTo("ADVANCED");
    }

    @Test
    void T02_shouldForeseeExactlyWhoMovesWhenTheVersionComesIntoForce() {
        // Given: other tests moved the clock there and back, so some levels may be those of another day
        Database.update("update member_tier set due_at = now()");
        awaitNobodyDue(clock.instant());
        Instant from = clock.instant().plus(Duration.ofHours(1));
        JsonPath done = awaitEnd(request(Map.of("effectiveFrom", from.toString())));
        Set<String> foreseen =
                new HashSet<>(moves(done.getString("id"), "FALLING").keySet());
        foreseen.addAll(moves(done.getString("id"), "RISING").keySet());

        // When
        TierSets.publish(TARA, 2, from).then().statusCode(200);
        await("all members are marked")
                .atMost(TIMEOUT)
                .until(() -> Database.number(
                                "select count(*) from job where kind = 'TIER_SET_ROLLOUT' and state = 'RUNNING'")
                        == 0);
        awaitNobodyDue(clock.instant());
        clock.set(from);

        // Then
        awaitNobodyDue(from);
        assertThat(Database.texts(
                        "select member_id from level_change where at = ?::timestamptz and tier_set = 2",
                        from.toString()))
                .containsExactlyInAnyOrderElementsOf(foreseen);
    }

    @Test
    void T02_shouldGoOnWhereAPageFailedAndCountEachMemberOnce() throws SQLException {
        // Given: the third page cannot be committed
        asOwner("""
                create function fail_page() returns trigger language plpgsql as $$
                begin
                    if new.kind = 'TIER_SET_PREVIEW' and new.done > 10 then raise exception 'killed'; end if;
                    return new;
                end $$""", "create trigger page_fails before update on job for each row execute function fail_page()");
        String id = request(Map.of());
        await().atMost(TIMEOUT).until(() -> get(id).getString("failure") != null);
        assertThat(get(id).getLong("members")).isEqualTo(10);
        assertThat(get(id).getString("state")).isEqualTo("RUNNING");

        // When
        asOwner("drop trigger page_fails on job");

        // Then
        JsonPath done = awaitEnd(id);
        long all = Database.number("select count(*) from member_tier");
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getString("failure")).isNull();
        assertThat(sum(done)).isEqualTo(all);
        assertThat(moves(id, "FALLING")).hasSize(done.getInt("falling"));
    }

    @Test
    void T02_shouldEndAfterABoundedNumberOfAttempts() throws SQLException {
        double before = alarms();
        asOwner("""
                create function fail_page() returns trigger language plpgsql as $$
                begin
                    if new.kind = 'TIER_SET_PREVIEW' and new.done > 0 then raise exception 'killed'; end if;
                    return new;
                end $$""", "create trigger page_fails before update on job for each row execute function fail_page()");

        JsonPath failed = awaitEnd(request(Map.of()));

        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(failed.getString("failure")).startsWith("a page failed: PgException");
        await().atMost(TIMEOUT).until(() -> alarms() > before);
        as(TARA).delete(PREVIEWS + "/" + failed.getString("id"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/job-ended"));
    }

    @Test
    void T02_shouldGoOnAfterItsProcessDiedAndStopWhenCancelled() {
        // Given: a process claimed the first page and died
        PreviewView dead = claimedByADeadProcess();
        PreviewView cancelled = claimedByADeadProcess();
        for (int repeated = 0; repeated < 2; repeated++) {
            as(TARA).delete(PREVIEWS + "/" + cancelled.id())
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CANCELLED"));
        }
        assertThat(get(dead.id().toString()).getLong("members")).isZero();

        // When: its lease ends
        clock.forward(Duration.ofHours(1));

        // Then
        assertThat(awaitEnd(dead.id().toString()).getString("state")).isEqualTo("DONE");
        assertThat(get(cancelled.id().toString()).getLong("members")).isZero();
        assertThat(get(cancelled.id().toString()).getString("state")).isEqualTo("CANCELLED");
    }

    @Test
    void T02_shouldPreviewOnceForOneKeyAndRefuseImpossibleTimes() {
        String key = Ids.next().toString();
        String first = json(
                        as(TARA).header("Idempotency-Key", key).body(Map.of()).post(PREVIEWS), 202)
                .getString("id");
        assertThat(json(as(TARA).header("Idempotency-Key", key).body(Map.of()).post(PREVIEWS), 202)
                        .getString("id"))
                .isEqualTo(first);
        as(TARA).body(Map.of())
                .post(PREVIEWS)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-missing"));
        once(TARA)
                .body(Map.of("effectiveFrom", "2027-01-01T00:00:00Z", "at", "2026-12-31T00:00:00Z"))
                .post(PREVIEWS)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/preview-time"));
        once(TARA)
                .body(Map.of())
                .post(TierSets.version(7) + "/previews")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/tier-set-version-unknown"));
        as(TARA).get(TierSets.version(1) + "/previews/" + first).then().statusCode(404);
        as(TARA).get(PREVIEWS + "/" + UUID.nameUUIDFromBytes(new byte[0]))
                .then()
                .statusCode(404);
        assertThat(awaitEnd(first).getString("state")).isEqualTo("DONE");
    }

    private PreviewView claimedByADeadProcess() {
        PreviewView view = transactions
                .run(tx -> previews.request(tx, "main", 2, new PreviewRequest(null, null), "tara")
                        .call(one -> tx.query(
                                        "update job set claim_id = gen_random_uuid(), attempts = 1, lease_until = '"
                                                + clock.instant().plus(Duration.ofMinutes(30)) + "' where id = '"
                                                + one.id() + "'")
                                .execute()))
                .await()
                .atMost(TIMEOUT);
        return view;
    }

    private static void awaitNobodyDue(Instant at) {
        await("all who are due by " + at + " are decided")
                .atMost(TIMEOUT)
                .until(() -> Database.number(
                                "select count(*) from member_tier where due_at <= ?::timestamptz", at.toString())
                        == 0);
    }

    private static String request(Map<String, Object> body) {
        return json(once(TARA).body(body).post(PREVIEWS), 202).getString("id");
    }

    private static JsonPath get(String id) {
        return json(as(TARA).get(PREVIEWS + "/" + id), 200);
    }

    private static JsonPath awaitEnd(String id) {
        return await("preview " + id)
                .atMost(TIMEOUT)
                .until(() -> get(id), view -> view.getString("finishedAt") != null);
    }

    private static long sum(JsonPath view) {
        return view.getList("matrix.members", Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Map<String, Map<String, Object>> moves(String id, String direction) {
        Map<String, Map<String, Object>> moves = new HashMap<>();
        String after = "";
        while (after != null) {
            JsonPath page = json(
                    as(TARA).get(PREVIEWS + "/" + id + "/members?limit=5&direction=" + direction
                            + (after.isEmpty() ? "" : "&after=" + after)),
                    200);
            for (Map<String, Object> move : page.<Map<String, Object>>getList("items")) {
                assertThat(moves.put(move.get("memberId").toString(), move)).isNull();
            }
            after = page.getString("next");
        }
        return moves;
    }

    private static void asOwner(String... statements) throws SQLException {
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private double alarms() {
        return meters.counter("lodestone.alarms", "kind", "job-failed").count();
    }

    private MemberId member(int i) {
        return Tokens.memberId(subject + i);
    }
}
