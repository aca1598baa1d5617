package dev.lodestone.tier.awarding;

import static dev.lodestone.testkit.Api.as;
import static dev.lodestone.testkit.Api.json;
import static dev.lodestone.testkit.Api.once;
import static dev.lodestone.testkit.Api.race;
import static dev.lodestone.tier.TierApi.awaitGrowth;
import static dev.lodestone.tier.TierApi.history;
import static dev.lodestone.tier.TierApi.me;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.security.Role;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import dev.lodestone.tier.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Levels that operators give, lock and end. */
@QuarkusTest
class AwardComponentTest {
    private static final String LEO = Tokens.of("leo", Role.LEVELS);
    private static final int AT_ONCE = 50;

    @Inject
    SettableClock clock;

    private final String subject = "award-" + Ids.next();
    private final MemberId member = Tokens.memberId(subject);
    private final String path = "/api/tier/v1/members/" + Tokens.reference(subject) + "/awards";

    @BeforeEach
    void anAdvancedMember() {
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "tea", 120_000));
        awaitGrowth(subject, 1_200);
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void T08_T25_shouldGiveALevelAndFallBackToTheEarnedOneAtTheVerySecond() {
        // When
        Instant until = clock.instant().plus(Duration.ofHours(1));
        JsonPath award = given("GRANT", "PREMIUM", null, until);

        // Then: at once
        assertThat(me(subject).getString("level")).isEqualTo("PREMIUM");
        Event<?> given = changes(2);
        assertThat(given.fact()).isEqualTo(new LevelChanged("ADVANCED", "PREMIUM", true, 1_200, 2));
        assertThat(given.occurredAt()).isEqualTo(Instant.parse(award.getString("from")));
        JsonPath history = history(subject);
        assertThat(history.getString("stays[-1].basis")).isEqualTo("GRANTED");
        assertThat(history.getString("decisions[0].reason")).isEqualTo("AWARDED");
        assertThat(history.getString("decisions[0].cause")).isEqualTo("award:" + award.getString("id"));
        assertThat(history.getString("awards[0].text.en")).startsWith("Given Premium from ");
        assertThat(history.getString("awards[0].text.zh")).contains("年").contains("获赠「尊享」");
        assertThat(history.getString("awards[0].reason"))
                .as("why is for operators")
                .isNull();

        // And then: to the second
        clock.set(until.minusMillis(1));
        assertThat(me(subject).getString("level")).isEqualTo("PREMIUM");
        clock.set(until);
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        Event<?> ended = changes(3);
        assertThat(ended.fact()).isEqualTo(new LevelChanged("PREMIUM", "ADVANCED", false, 1_200, 3));
        assertThat(ended.occurredAt()).isEqualTo(until);
        assertThat(history(subject).getString("decisions[0].reason")).isEqualTo("AWARD_ENDED");
    }

    @Test
    void T25_shouldLockALevelUntilItsEnd() {
        // Given
        JsonPath lock = given("LOCK", "BASIC", null, clock.instant().plus(Duration.ofDays(9)));
        assertThat(me(subject).getString("level")).isEqualTo("BASIC");

        // When: growth comes
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "feast", 600_000));
        awaitGrowth(subject, 7_200);

        // Then
        assertThat(me(subject).getString("level")).isEqualTo("BASIC");
        assertThat(decisions()).isEqualTo(2);
        end(lock.getString("id"), null).then().statusCode(201).body("end.endedBy", equalTo("leo"));
        assertThat(me(subject).getString("level")).isEqualTo("PREMIUM");
        assertThat(changes(3).fact()).isEqualTo(new LevelChanged("BASIC", "PREMIUM", true, 7_200, 3));
        assertThat(history(subject).getString("awards[0].endedAt")).isNotNull();
    }

    @Test
    void T25_shouldKeepALevelBetweenAFloorAndACeiling() {
        given("FLOOR", "ADVANCED", null, null);
        Kafka.send(Topic.ORDERS, Events.orderRefunded(member, "tea", "R1", 120_000));
        awaitGrowth(subject, 0);
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        assertThat(history(subject).getString("stays[-1].basis")).isEqualTo("FLOOR");

        given("CEILING", "ADVANCED", null, null);
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "feast", 600_000));
        awaitGrowth(subject, 6_000);
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        assertThat(history(subject).getString("stays[-1].basis")).isEqualTo("CEILING");
        assertThat(decisions()).as("no event where no level changes").isEqualTo(1);
    }

    @Test
    void T25_shouldWithdrawAnInvitationThatHasNotBegun() {
        Instant from = clock.instant().plus(Duration.ofDays(1));
        JsonPath invitation = given("INVITATION", "PREMIUM", from, from.plus(Duration.ofDays(30)));
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");

        end(invitation.getString("id"), null).then().statusCode(201);
        clock.set(from);

        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        assertThat(decisions()).isEqualTo(1);
        assertThat(history(subject).getString("awards[0].text.en")).isEqualTo("Premium was withdrawn.");
    }

    @Test
    void T25_shouldEndEarlierThanWasBooked() {
        Instant booked = clock.instant().plus(Duration.ofDays(9));
        String id = given("GRANT", "PREMIUM", null, null).getString("id");
        end(id, booked).then().statusCode(201);
        end(id, booked).then().statusCode(400).body("type", equalTo("/problems/award-time"));
        Instant earlier = clock.instant().plus(Duration.ofDays(2));

        end(id, earlier).then().statusCode(201).body("end.at", equalTo(earlier.toString()));

        assertThat(me(subject).getString("level")).isEqualTo("PREMIUM");
        clock.set(earlier);
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        assertThat(changes(3).occurredAt()).isEqualTo(earlier);
        end(id, null).then().statusCode(409).body("type", equalTo("/problems/award-ended"));
    }

    @Test
    void T25_shouldBeginInTheFutureAtTheVerySecond() {
        Instant from = clock.instant().plus(Duration.ofDays(1));
        given("TRIAL", "PREMIUM", from, from.plus(Duration.ofDays(7)));

        clock.set(from.minusMillis(1));
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        clock.set(from);
        assertThat(me(subject).getString("level")).isEqualTo("PREMIUM");
        assertThat(changes(2).occurredAt()).isEqualTo(from);
    }

    @Test
    void T25_shouldAuditEachStepAndNeverChangeWhatWasGiven() {
        String id = given("GRANT", "PREMIUM", null, null).getString("id");
        end(id, null).then().statusCode(201);

        assertThat(Database.rows(
                        "select actor, action, reason, state_before is null from audit_entry where subject_id = ? order by tx, id",
                        id))
                .isEqualTo(List.of(
                        List.of("leo", "LEVEL_AWARDED", "guest", true),
                        List.of("leo", "LEVEL_AWARD_ENDED", "mistake", false)));
        for (String change : List.of(
                "update level_award set level = 'BASIC'",
                "delete from level_award_end",
                "update level_award_end set ends_at = now()")) {
            assertThatThrownBy(() -> Database.update(change)).hasMessageContaining("permission denied");
        }
        as(Tokens.of("sam", Role.MEMBERS_READ))
                .get(path)
                .then()
                .statusCode(200)
                .body("[0].givenBy", equalTo("leo"))
                .body("[0].end.reason", equalTo("mistake"));
    }

    @Test
    void T25_shouldRefuseWhatCannotBeGivenOrEnded() {
        Instant now = clock.instant();
        give("GRANT", "GOLD", null, null).then().statusCode(400).body("type", equalTo("/problems/level-unknown"));
        give("GRANT", "PREMIUM", now.minusSeconds(1), null)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/award-time"));
        give("GRANT", "PREMIUM", now.plusSeconds(60), now.plusSeconds(60))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/award-time"));
        once(LEO)
                .body(Map.of("kind", "GRANT", "level", "PREMIUM"))
                .post(path)
                .then()
                .statusCode(400);
        as(LEO).body(Map.of("kind", "GRANT", "level", "PREMIUM", "reason", "guest"))
                .post(path)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-missing"));
        once(LEO)
                .body(Map.of("kind", "GRANT", "level", "PREMIUM", "reason", "guest"))
                .post("/api/tier/v1/members/crm:nobody-" + Ids.next() + "/awards")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/member-not-enrolled"));
        String id =
                given("GRANT", "PREMIUM", null, now.plus(Duration.ofDays(1))).getString("id");
        end(id, now.minusSeconds(1)).then().statusCode(400).body("type", equalTo("/problems/award-time"));
        end(id, now.plus(Duration.ofDays(2))).then().statusCode(400).body("type", equalTo("/problems/award-time"));
        end(Ids.next().toString(), null).then().statusCode(404).body("type", equalTo("/problems/award-unknown"));
        once(LEO)
                .body(Map.of("reason", "mistake"))
                .post("/api/tier/v1/members/crm:nobody-" + Ids.next() + "/awards/" + id + "/end")
                .then()
                .statusCode(404);
        end(id, null).then().statusCode(201);
        end(id, null).then().statusCode(409).body("type", equalTo("/problems/award-ended"));
    }

    @Test
    void T25_shouldEndOnceAndGiveOnceHoweverManyAskAtTheSameTime() throws Exception {
        String key = Ids.next().toString();
        List<String> given = race(Collections.nCopies(AT_ONCE, (Callable<String>) () -> json(
                        as(LEO).header("Idempotency-Key", key)
                                .body(Map.of("kind", "GRANT", "level", "PREMIUM", "reason", "guest"))
                                .post(path),
                        201)
                .getString("id")));
        assertThat(given).containsOnly(given.getFirst());

        List<Integer> ended = race(Collections.nCopies(
                AT_ONCE, (Callable<Integer>) () -> end(given.getFirst(), null).statusCode()));

        assertThat(ended).containsOnlyOnce(201);
        assertThat(Collections.frequency(ended, 409)).isEqualTo(AT_ONCE - 1);
        assertThat(decisions()).isEqualTo(3);
        assertThat(Database.number("select count(*) from level_award where member_id = ?", member.value()))
                .isEqualTo(1);
    }

    private JsonPath given(String kind, String level, @Nullable Instant from, @Nullable Instant until) {
        return json(give(kind, level, from, until), 201);
    }

    private Response give(String kind, String level, @Nullable Instant from, @Nullable Instant until) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", kind, "level", level, "reason", "guest"));
        body.put("from", from == null ? null : from.toString());
        body.put("until", until == null ? null : until.toString());
        return once(LEO).body(body).post(path);
    }

    private Response end(String id, @Nullable Instant at) {
        Map<String, Object> body = new HashMap<>(Map.of("reason", "mistake"));
        body.put("at", at == null ? null : at.toString());
        return once(LEO).body(body).post(path + "/" + id + "/end");
    }

    /** The last of the member's changes of level, of which there are {@code count}, beside the enrolment. */
    private Event<?> changes(int count) {
        return Kafka.awaitOf(Topic.TIERS, member.toString(), count + 1).getLast();
    }

    private long decisions() {
        return Database.number("select count(*) from level_change where member_id = ?", member.value());
    }
}
