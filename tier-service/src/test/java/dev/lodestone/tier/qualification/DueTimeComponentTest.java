package dev.lodestone.tier.qualification;

import static dev.lodestone.tier.TierApi.awaitGrowth;
import static dev.lodestone.tier.TierApi.me;
import static dev.lodestone.tier.TierApi.roadmap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import dev.lodestone.tier.Events;
import dev.lodestone.tier.TierSetRows;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Versions of the tier set, and what time does under them. */
@QuarkusTest
class DueTimeComponentTest {
    /** As version 1, but growth counts for a day, and no loss is notified of before. */
    private static final String FOR_A_DAY = """
            jsonb_set(
                jsonb_set(document, '{criteria,0}', document #> '{criteria,0}' || '{"window": "ROLLING", "length": "P1D"}'),
                '{keeping,notice}', '"P0D"')
            """;

    @Inject
    MeterRegistry meters;

    @Inject
    SettableClock clock;

    @Inject
    Transactions transactions;

    @Inject
    QualificationService qualification;

    private final String subject = "due-" + Ids.next();
    private final MemberId member = Tokens.memberId(subject);

    @AfterEach
    void restoreTheTierSet() {
        clock.reset();
        TierSetRows.restore();
    }

    @Test
    void T04_shouldFallAtTheVerySecondAtWhichTheWindowEnds() {
        // Given
        TierSetRows.publish(2, FOR_A_DAY);
        Instant ordered = clock.instant().minus(Duration.ofHours(12));
        Instant end = ordered.plus(Duration.ofDays(1));

        // When
        Kafka.send(Topic.ORDERS, Events.at(ordered, Events.orderCompleted(member, "tea", 120_000)));
        awaitGrowth(subject, 1200);
        JsonPath foreseen = roadmap(subject);

        // Then
        assertThat(foreseen.getString("level")).isEqualTo("ADVANCED");
        assertThat(Instant.parse(foreseen.getString("risk.lostAt"))).isEqualTo(end);
        assertThat(foreseen.getString("risk.to")).isEqualTo("BASIC");
        assertThat(foreseen.getInt("risk.measures[0].missing")).isEqualTo(1000);
        clock.set(end.minusMillis(1));
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        clock.set(end);
        assertThat(me(subject).getString("level")).isEqualTo("BASIC");
        Event<?> lost = Kafka.awaitOf(Topic.TIERS, member.toString(), 3).getLast();
        assertThat(lost.fact()).isEqualTo(new LevelChanged("ADVANCED", "BASIC", false, 0, 2));
        assertThat(lost.occurredAt()).isEqualTo(end);
        assertThat(lost.causationId()).isNull();
    }

    @Test
    void case13_shouldStayWithTheVersionBeforeOneThatCannotBeEvaluated() {
        double before = alarms();
        TierSetRows.publish(2, "jsonb_set(document, '{levels,1,entry,atLeast,growth}', '0')");

        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "tea", 100_000));

        awaitGrowth(subject, 1000);
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        assertThat(alarms()).isGreaterThan(before);
    }

    @Test
    void case13_shouldChangeNoLevelWhileNoVersionCanBeEvaluated() {
        TierSetRows.spoil("jsonb_set(document, '{cycle}', '{\"anchor\": \"CALENDAR\", \"months\": 5}')");

        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "gold", 200_000));

        awaitGrowth(subject, 2_000);
        assertThat(me(subject).getString("level")).isEqualTo("BASIC");
        Database.update("update member_tier set due_at = now() where member_id = ?", member.value());
        assertThat(transactions
                        .run(tx -> qualification.settleDue(tx, 1))
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .as("nobody is decided, so that the job does not try again and again")
                .isZero();
        restoreTheTierSet();
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "tea", 100));
        awaitGrowth(subject, 2_001);
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        assertThat(roadmap(subject).getList("levels.reached")).isEqualTo(List.of(true, true, false));
    }

    @Test
    void T04_shouldDecideTheOthersWhileOneMemberCannotBeDecided() {
        // Given: two activities of one member that no long can add up
        MemberId sound = Tokens.memberId(subject + "-sound");
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "tea", 100), Events.orderCompleted(sound, "tea", 100));
        awaitGrowth(subject, 1);
        awaitGrowth(subject + "-sound", 1);
        double before = alarms("level-not-decided");
        Database.update(
                "insert into activity (member_id, event_key, occurred_at, points) select ?, gen_random_uuid(), now(), ? from generate_series(1, 2)",
                member.value(),
                Long.MAX_VALUE);

        // When
        Database.update(
                "update member_tier set due_at = now() where member_id in (?, ?)", member.value(), sound.value());

        // Then: the alarm is raised after the commit that the two due times show
        await().atMost(Duration.ofSeconds(20))
                .until(() -> due(sound).equals("null")
                        && due(member).equals("later")
                        && alarms("level-not-decided") > before);
        Database.update("delete from activity where member_id = ?", member.value());
    }

    private static String due(MemberId member) {
        return String.valueOf(Database.text(
                "select case when due_at is null then 'null' when due_at > now() then 'later' else 'due' end from member_tier where member_id = ?",
                member.value()));
    }

    private double alarms() {
        return alarms("tier-set-failed");
    }

    private double alarms(String kind) {
        return meters.counter("lodestone.alarms", "kind", kind).count();
    }
}
