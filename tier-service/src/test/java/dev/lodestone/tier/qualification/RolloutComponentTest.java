package dev.lodestone.tier.qualification;

import static dev.lodestone.tier.TierApi.awaitEnrolled;
import static dev.lodestone.tier.TierApi.awaitGrowth;
import static dev.lodestone.tier.TierSets.draft;
import static dev.lodestone.tier.TierSets.ladder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
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
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A published version reaches every member, whatever goes on at the same time. */
@QuarkusTest
class RolloutComponentTest {
    private static final String TARA = Tokens.of("tara", Role.TIER_SETS);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Inject
    MeterRegistry meters;

    @Inject
    SettableClock clock;

    @Inject
    Transactions transactions;

    @Inject
    MemberTierRepository tiers;

    private final String subject = "rollout-" + Ids.next();
    private final MemberId member = Tokens.memberId(subject);

    @AfterEach
    void restore() throws SQLException {
        asOwner(
                "drop trigger if exists page_fails on job",
                "drop function if exists fail_page",
                "delete from member_tier where member_id not in (select member_id from member)");
        clock.reset();
        TierSetRows.restore();
    }

    @Test
    void T02_shouldReachAMemberWhoseEnrolmentCommitsAfterThePublication() throws SQLException {
        try (Connection enrolling = Database.asOwner();
                Statement statement = enrolling.createStatement()) {
            // Given: a member that no other transaction can see
            enrolling.setAutoCommit(false);
            statement.execute("insert into member_tier (member_id, level, version, began_at) values ('" + member.value()
                    + "', 'BASIC', 0, now())");

            // When
            publish(clock.instant().plus(Duration.ofDays(1)));
            await("the job waits, or does not")
                    .atMost(TIMEOUT)
                    .until(() -> !"{}".equals(job("result")) || "DONE".equals(job("state")));
            enrolling.commit();
        }

        // Then
        await().atMost(TIMEOUT).until(() -> "DONE".equals(job("state")));
        assertThat(job("done")).isEqualTo(Database.text("select count(*)::text from member_tier"));
        assertThat(job("failure")).isEqualTo("none");
    }

    @Test
    void T02_shouldGoOnUntilItSucceedsAndRaiseAnAlarmMeanwhile() throws SQLException {
        // Given
        Kafka.send(Topic.MEMBERS, Events.memberRegistered(member));
        awaitEnrolled(subject);
        double before = meters.counter("lodestone.alarms", "kind", "job-failed").count();
        asOwner("""
                create function fail_page() returns trigger language plpgsql as $$
                begin
                    if new.kind = 'TIER_SET_ROLLOUT' and new.done > 0 then raise exception 'killed'; end if;
                    return new;
                end $$""", "create trigger page_fails before update on job for each row execute function fail_page()");

        // When: more attempts than other jobs have
        publish(clock.instant().plus(Duration.ofDays(1)));
        await().atMost(TIMEOUT).until(() -> Integer.parseInt(job("attempts")) > 5 || "FAILED".equals(job("state")));

        // Then
        assertThat(job("state")).isEqualTo("RUNNING");
        await().atMost(TIMEOUT)
                .until(() ->
                        meters.counter("lodestone.alarms", "kind", "job-failed").count() > before);
        asOwner("drop trigger page_fails on job");
        await().atMost(TIMEOUT).until(() -> "DONE".equals(job("state")));
    }

    @Test
    void T02_shouldDecideAMemberEnrolledBeforeTheVersionComesIntoForceWhenItDoes() {
        // Given: a version that is rolled out and not in force yet
        Instant from = clock.instant().plus(Duration.ofDays(1));
        publish(from);
        await().atMost(TIMEOUT).until(() -> "DONE".equals(job("state")));

        // When
        Kafka.send(Topic.MEMBERS, Events.memberRegistered(member));
        awaitEnrolled(subject);

        // Then
        assertThat(Database.number(
                        "select count(*) from member_tier where member_id = ? and due_at = ?::timestamptz",
                        member.value(),
                        from.toString()))
                .isEqualTo(1);
        clock.set(from);
        await().atMost(TIMEOUT)
                .until(() -> Database.number(
                                "select count(*) from member_tier where member_id = ? and due_at is null",
                                member.value())
                        == 1);
    }

    @Test
    void T04_shouldPostponeTheMemberThatFailedAndNoOther() {
        // Given: another one is due earlier
        MemberId other = Tokens.memberId(subject + "-other");
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "tea", 100), Events.orderCompleted(other, "tea", 100));
        awaitGrowth(subject, 1);
        awaitGrowth(subject + "-other", 1);
        Instant now = clock.instant().plus(Duration.ofDays(2));
        Instant later = now.plus(Duration.ofMinutes(5));
        setDue(other, now.minusSeconds(60));
        setDue(member, now.minusSeconds(30));

        // When
        int postponed = transactions
                .run(tx -> tiers.postpone(tx, member, now, later))
                .await()
                .atMost(TIMEOUT);

        // Then
        assertThat(postponed).isEqualTo(1);
        assertThat(tier(member).dueAt()).isEqualTo(later);
        assertThat(tier(other).dueAt()).isEqualTo(now.minusSeconds(60));
    }

    private MemberTier tier(MemberId one) {
        return transactions
                .read(connection -> tiers.find(connection, one))
                .await()
                .atMost(TIMEOUT)
                .orElseThrow();
    }

    private static void setDue(MemberId one, Instant at) {
        Database.update(
                "update member_tier set due_at = ?::timestamptz where member_id = ?", at.toString(), one.value());
    }

    private static void publish(Instant from) {
        TierSetRows.restore();
        draft(TARA, 2, ladder(1_500, 6_000)).then().statusCode(200);
        TierSets.publish(TARA, 2, from).then().statusCode(200);
    }

    /** A column of the newest rollout. */
    private static String job(String column) {
        return String.valueOf(
                Database.text(
                        "select coalesce(" + column
                                + "::text, 'none') from job where kind = 'TIER_SET_ROLLOUT' order by requested_at desc, id desc limit 1"));
    }

    private static void asOwner(String... statements) throws SQLException {
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
