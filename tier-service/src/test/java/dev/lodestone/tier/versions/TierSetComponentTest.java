package dev.lodestone.tier.versions;

import static dev.lodestone.testkit.Api.as;
import static dev.lodestone.testkit.Api.json;
import static dev.lodestone.testkit.Api.race;
import static dev.lodestone.tier.TierApi.awaitGrowth;
import static dev.lodestone.tier.TierApi.history;
import static dev.lodestone.tier.TierApi.me;
import static dev.lodestone.tier.TierSets.draft;
import static dev.lodestone.tier.TierSets.ladder;
import static dev.lodestone.tier.TierSets.level;
import static dev.lodestone.tier.TierSets.publish;
import static dev.lodestone.tier.TierSets.rollBack;
import static dev.lodestone.tier.TierSets.versions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.events.tiers.LossComing;
import dev.lodestone.events.tiers.Shortfall;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.security.Role;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import dev.lodestone.tier.Events;
import dev.lodestone.tier.TierSetRows;
import dev.lodestone.tier.TierSets;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tier sets from draft to rollback. */
@QuarkusTest
class TierSetComponentTest {
    private static final String TARA = Tokens.of("tara", Role.TIER_SETS);
    private static final int AT_ONCE = 50;

    @Inject
    SettableClock clock;

    private final String subject = "set-" + Ids.next();
    private final MemberId member = Tokens.memberId(subject);

    @AfterEach
    void restoreTheTierSet() {
        clock.reset();
        TierSetRows.restore();
    }

    @Test
    void T02_shouldChangeLevelsAtTheVerySecondFromWhichAVersionIsInForce() {
        // Given
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "tea", 120_000));
        awaitGrowth(subject, 1_200);
        Instant from = clock.instant().plus(Duration.ofHours(1));

        // When
        draft(TARA, 2, ladder(1_500, 6_000))
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("text.en", equalTo("3 levels: Basic, Advanced, Premium"));
        publish(TARA, 2, from).then().statusCode(200).body("status", equalTo("PUBLISHED"));

        // Then
        Event<?> notice = Kafka.awaitOf(Topic.TIERS, member.toString(), 3).getLast();
        assertThat(notice.fact())
                .isEqualTo(new LossComing(
                        "ADVANCED", "BASIC", from, List.of(new Shortfall("growth", 1_200, 1_500)), false, false, 1));
        clock.set(from.minusMillis(1));
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        inForce().body("[0].version", equalTo(1));
        clock.set(from);
        assertThat(me(subject).getString("level")).isEqualTo("BASIC");
        inForce().body("[0].version", equalTo(2));
        Event<?> lost = Kafka.awaitOf(Topic.TIERS, member.toString(), 4).getLast();
        assertThat(lost.fact()).isEqualTo(new LevelChanged("ADVANCED", "BASIC", false, 1_200, 2));
        assertThat(lost.occurredAt()).isEqualTo(from);
        assertThat(lost.causationId()).isNull();
        assertThat(history(subject).getInt("decisions[0].tierSet")).isEqualTo(2);
    }

    @Test
    void T02_shouldFindEveryFaultAtItsPlace() {
        Map<String, Object> faulty = new HashMap<>(ladder(1_500, 1_500));
        faulty.put("keeping", Map.of("assessed", "CYCLE_END", "target", "EARNED"));
        faulty.put(
                "levels",
                List.of(
                        level("BASIC", "普通", Map.of("growth", 1)),
                        level("GOLD", "金卡", Map.of("growth", 10, "visits", 2)),
                        level("GOLD", "金卡", Map.of("growth", 10))));
        String[] places = {"levels.0.entry", "levels.1.entry.visits", "levels.2.code", "levels.2.entry.growth", "cycle"
        };

        as(TARA).body(faulty)
                .post(TierSets.PATH + "/validation")
                .then()
                .statusCode(200)
                .body("path", hasItems(places));
        draft(TARA, 2, faulty)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-tier-set"))
                .body("errors.field", hasItems(places));
        as(TARA).body(ladder(1, 2))
                .post(TierSets.PATH + "/validation")
                .then()
                .statusCode(200)
                .body("size()", equalTo(0));
        for (String missing : List.of("zone", "keeping", "criteria", "levels")) {
            Map<String, Object> without = new HashMap<>(ladder(1, 2));
            without.remove(missing);
            draft(TARA, 2, without).then().statusCode(400);
        }
        Map<String, Object> empty = new HashMap<>(ladder(1, 2));
        empty.put("criteria", Collections.singletonList(null));
        draft(TARA, 2, empty).then().statusCode(400).body("type", equalTo("/problems/invalid-request"));
        assertThat(versions(TARA).getList("version")).isEqualTo(List.of(1));
    }

    @Test
    void T02_shouldRefuseStepsInTheWrongOrder() {
        Instant soon = clock.instant().plus(Duration.ofDays(1));
        publish(TARA, 2, soon).then().statusCode(404).body("type", equalTo("/problems/tier-set-version-unknown"));
        draft(TARA, 3, ladder(1, 2)).then().statusCode(409).body("type", equalTo("/problems/tier-set-version-skipped"));
        draft(TARA, 1, ladder(1, 2)).then().statusCode(409).body("type", equalTo("/problems/tier-set-published"));
        as(TARA).body(ladder(1, 2))
                .put(TierSets.PATH + "/other/versions/1")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/tier-set-unknown"));
        draft(TARA, 2, ladder(1_500, 6_000)).then().statusCode(200);
        rollBack(TARA, 3, 2, soon).then().statusCode(404).body("type", equalTo("/problems/tier-set-version-unknown"));
        publish(TARA, 2, clock.instant().minusSeconds(1))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/effective-time-past"));
        TierSets.approve(TARA, 2, "00").then().statusCode(409).body("type", equalTo("/problems/tier-set-not-proposed"));
        for (int repeated = 0; repeated < 2; repeated++) {
            publish(TARA, 2, soon).then().statusCode(200);
        }
        publish(TARA, 2, soon.plusSeconds(1))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/tier-set-published"));
        draft(TARA, 2, ladder(1_500, 6_000)).then().statusCode(200).body("status", equalTo("PUBLISHED"));
        draft(TARA, 2, ladder(9, 10)).then().statusCode(409);
        as(Tokens.member(subject)).get(TierSets.PATH).then().statusCode(403);
    }

    @Test
    void T02_shouldGoBackToAnOlderVersionAndSayWhatDiffers() {
        Instant soon = clock.instant().plus(Duration.ofDays(1));
        draft(TARA, 2, ladder(1_500, 6_000)).then().statusCode(200);
        publish(TARA, 2, soon).then().statusCode(200);

        as(TARA).get(TierSets.PATH + "/main/differences?from=1&to=2")
                .then()
                .statusCode(200)
                .body("path", equalTo(List.of("levels")));
        rollBack(TARA, 3, 1, soon.plusSeconds(1)).then().statusCode(200).body("status", equalTo("PUBLISHED"));
        rollBack(TARA, 3, 1, soon.plusSeconds(1)).then().statusCode(200);
        as(TARA).get(TierSets.PATH + "/main/differences?from=1&to=3")
                .then()
                .statusCode(200)
                .body("size()", equalTo(0));
        assertThat(audited(3)).singleElement().satisfies(entry -> {
            assertThat(entry.subList(0, 2)).isEqualTo(List.of("tara", "TIER_SET_PUBLISHED"));
            assertThat(JsonPath.from((String) entry.get(2)).getString("status")).isEqualTo("DRAFT");
            assertThat(entry.get(4)).isEqualTo("rolled back to version 1");
        });
    }

    @Test
    void T02_shouldOfferPresetsThatCanBeDrafted() {
        JsonPath presets = json(as(TARA).get(TierSets.PATH + "/presets"), 200);

        assertThat(presets.getList("name")).hasSize(7).contains("restaurant", "calendar-year", "trust");
        for (Object preset : presets.getList("definition")) {
            draft(TARA, 2, preset).then().statusCode(200).body("definition", equalTo(preset));
        }
    }

    @Test
    void T02_shouldNeverChangeAPublishedVersionNotEvenByTheDatabase() throws SQLException {
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement()) {
            for (String change : List.of(
                    "update tier_set_version set effective_from = now() where version = 1",
                    "update tier_set_version set status = 'DRAFT', effective_from = null where version = 1",
                    "delete from tier_set_version where version = 1",
                    "truncate tier_set_version")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .hasMessageContaining("a published tier set never changes");
            }
        }
    }

    @Test
    void T02_shouldPublishOnceHoweverManyPublishAtTheSameTime() throws Exception {
        draft(TARA, 2, ladder(1_500, 6_000)).then().statusCode(200);
        Instant soon = clock.instant().plus(Duration.ofDays(1));
        long rollouts = rollouts();

        List<Integer> answers = race(Collections.nCopies(
                AT_ONCE, (Callable<Integer>) () -> publish(TARA, 2, soon).statusCode()));

        assertThat(answers).containsOnly(200);
        assertThat(audited(2)).hasSize(1);
        assertThat(rollouts()).isEqualTo(rollouts + 1);
    }

    private static long rollouts() {
        return Database.number("select count(*) from job where kind = 'TIER_SET_ROLLOUT'");
    }

    /** The entries of a version since it was drafted last: other tests use the same number. */
    private static List<List<Object>> audited(int version) {
        return Database.rows("""
                select actor, action, state_before, state_after, reason from audit_entry
                where subject_kind = 'TIER_SET' and subject_id = ?
                  and recorded_at >= (select drafted_at from tier_set_version where code = 'main' and version = ?)
                order by tx, id
                """, "main/" + version, version);
    }

    private static ValidatableResponse inForce() {
        return as(TARA).get(TierSets.PATH).then().statusCode(200);
    }
}
