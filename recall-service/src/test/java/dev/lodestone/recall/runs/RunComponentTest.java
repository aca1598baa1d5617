package dev.lodestone.recall.runs;

import static dev.lodestone.recall.Brand.member;
import static dev.lodestone.recall.Brand.noon;
import static dev.lodestone.recall.RecallApi.asOperator;
import static dev.lodestone.recall.RecallApi.awaitOrders;
import static dev.lodestone.recall.RecallApi.awaitReport;
import static dev.lodestone.recall.RecallApi.awaitRun;
import static dev.lodestone.recall.RecallApi.createCampaign;
import static dev.lodestone.recall.RecallApi.run;
import static dev.lodestone.recall.RecallApi.runPath;
import static dev.lodestone.recall.RecallApi.runView;
import static dev.lodestone.recall.RecallApi.startRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.events.Topic;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.recall.Brand;
import dev.lodestone.recall.DormantMembers;
import dev.lodestone.recall.SmtpServer;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A test stops a run in the middle by the lock of the member with the highest id: earlier pages are committed, the one with that member waits.
 * Each test has a year for itself, as its members have churned by the next.
 */
@QuarkusTest
@QuarkusTestResource(SmtpServer.class)
class RunComponentTest {
    /** More than two pages, of 50 profiles in tests. */
    private static final int MEMBERS = 120;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WAITING_PAGES =
            "from pg_stat_activity where wait_event_type = 'Lock' and query like '%for update of profile%'";

    @Inject
    DormantMembers dormant;

    @Inject
    RunJob job;

    @Inject
    MeterRegistry meters;

    @Test
    void R14_shouldEnrolEachMemberOnceWhenARunBreaksOffInAPage() throws SQLException {
        // Given
        LocalDate asOf = LocalDate.of(2002, 6, 30);
        List<String> names = dormant.create("broken", MEMBERS, asOf);
        String campaign = createCampaign(0);

        // When
        String runId;
        try (Connection lock = lock(names)) {
            runId = startRun(campaign, asOf);
            awaitWaitingPage();
            assertThat(enrolled(campaign)).isBetween(1L, MEMBERS - 1L);
            assertThat(runView(campaign, runId).getInt("treated")).isEqualTo((int) enrolled(campaign));
            execute("select pg_terminate_backend(pid) " + WAITING_PAGES);
            lock.rollback();
        }
        JsonPath run = awaitRun(campaign, runId, "DONE");

        // Then
        assertEachOnce(campaign, run);
    }

    @Test
    void R14_shouldRollBackAPageWhoseRunAnotherProcessTookOver() throws SQLException {
        // Given
        LocalDate asOf = LocalDate.of(2004, 6, 30);
        List<String> names = dormant.create("taken", MEMBERS, asOf);
        String campaign = createCampaign(0);

        // When: another process claims the run after the lease, and dies with it
        String runId;
        try (Connection lock = lock(names)) {
            runId = startRun(campaign, asOf);
            awaitWaitingPage();
            assertThat(Database.update(
                            "update campaign_run set claim_id = ?, lease_until = now() - interval '1 second' where id = ?",
                            Ids.next(),
                            UUID.fromString(runId)))
                    .isEqualTo(1);
            lock.rollback();
        }
        JsonPath run = awaitRun(campaign, runId, "DONE");

        // Then
        assertEachOnce(campaign, run);
    }

    @Test
    void R14_shouldLeaveTheRestAloneWhenARunIsCancelled() throws SQLException {
        // Given
        LocalDate asOf = LocalDate.of(2006, 6, 30);
        List<String> names = dormant.create("halted", MEMBERS, asOf);
        String campaign = createCampaign(0);

        // When
        String runId;
        try (Connection lock = lock(names)) {
            runId = startRun(campaign, asOf);
            awaitWaitingPage();
            cancel(campaign, runId);
            lock.rollback();
        }
        run(createCampaign(0), LocalDate.of(1990, 1, 1)); // Done after the page that waited: pages follow each other.

        // Then
        JsonPath cancelled = cancel(campaign, runId);
        int treated = cancelled.getInt("treated");
        assertThat(treated).isBetween(1, MEMBERS - 1);
        assertThat(cancelled.getInt("progressPercent")).isBetween(1, 99);
        assertThat(enrolled(campaign)).isEqualTo(treated);
        assertThat(emails(campaign)).isEqualTo(treated);

        JsonPath next = run(campaign, asOf);
        assertThat(next.getInt("alreadyIn")).isEqualTo(treated);
        assertThat(next.getInt("treated")).isEqualTo(MEMBERS - treated);
        asOperator()
                .delete(runPath(campaign, next.getString("runId")))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/run-ended"));
    }

    @Test
    void R14_shouldEnrolWhoIsDormantWhenTheirPageIsWorkedOn() throws SQLException {
        // Given
        LocalDate asOf = LocalDate.of(2010, 6, 30);
        List<String> names = byId(dormant.create("moving", MEMBERS, asOf));
        String enrolled = names.getFirst();
        String back = names.getLast();
        String withdrawn = names.get(MEMBERS - 2);
        String campaign = createCampaign(0);

        // When: one comes back after their page, one before; one withdraws consent before
        String runId;
        try (Connection lock = lock(member(names.get(MEMBERS - 3)).value())) {
            runId = startRun(campaign, asOf);
            awaitWaitingPage();
            Kafka.send(
                    Topic.ORDERS,
                    Brand.order(member(enrolled), "moving-a", noon(asOf.plusDays(5)), 1000),
                    Brand.order(member(back), "moving-b", noon(asOf.plusDays(5)), 1000));
            Kafka.send(Topic.MEMBERS, Brand.contact(withdrawn, false, noon(asOf)));
            awaitOrders(member(enrolled), 2);
            awaitOrders(member(back), 2);
            await().atMost(PATIENCE).until(() -> dormant.consenting(names) == MEMBERS - 1);
            lock.rollback();
        }
        JsonPath run = awaitRun(campaign, runId, "DONE");

        // Then
        assertThat(run.getInt("eligible")).isEqualTo(MEMBERS - 2);
        assertThat(run.getInt("treated")).isEqualTo(MEMBERS - 2);
        assertThat(enrolled(campaign)).isEqualTo(MEMBERS - 2);
        assertThat(emails(campaign)).isEqualTo(MEMBERS - 2);
        awaitReport(campaign, "treatedReturned", 1);
    }

    @Test
    void R14_shouldEnrolEachMemberOnceWhenReplicasShareTheRuns() {
        // Given: three campaigns that match the same members, two runs of each
        LocalDate asOf = LocalDate.of(2012, 6, 30);
        dormant.create("shared", MEMBERS, asOf);
        List<String> campaigns = List.of(createCampaign(0), createCampaign(0), createCampaign(0));
        List<List<String>> runs = campaigns.stream()
                .map(campaign -> List.of(startRun(campaign, asOf), startRun(campaign, asOf)))
                .toList();

        // When
        Uni.join()
                .all(Collections.nCopies(4, job.workAll()))
                .andCollectFailures()
                .await()
                .atMost(PATIENCE);

        // Then
        for (int i = 0; i < campaigns.size(); i++) {
            String campaign = campaigns.get(i);
            assertEachOnce(campaign, awaitRun(campaign, runs.get(i).getFirst(), "DONE"));
            JsonPath second = awaitRun(campaign, runs.get(i).getLast(), "DONE");
            assertThat(second.getInt("alreadyIn")).isEqualTo(MEMBERS);
            assertThat(second.getInt("treated")).isZero();
        }
    }

    @Test
    void R14_shouldCancelARunOnceHoweverOftenItIsAskedFor() throws SQLException {
        // Given
        LocalDate asOf = LocalDate.of(2014, 6, 30);
        List<String> names = dormant.create("twice", MEMBERS, asOf);
        String campaign = createCampaign(0);

        // When
        JsonPath first;
        JsonPath again;
        try (Connection lock = lock(names)) {
            String runId = startRun(campaign, asOf);
            awaitWaitingPage();
            first = cancel(campaign, runId);
            again = cancel(campaign, runId);
            lock.rollback();
        }

        // Then
        assertThat(again.<Object>get()).isEqualTo(first.get());
        assertThat(run(campaign, asOf).getInt("alreadyIn")).isEqualTo(first.getInt("treated"));
        assertThat(enrolled(campaign)).isEqualTo(MEMBERS);
    }

    @Test
    void R14_shouldEndARunWhosePageFailsAndGoOnWithOthers() throws SQLException {
        // Given
        LocalDate asOf = LocalDate.of(2008, 6, 30);
        List<String> names = dormant.create("failing", MEMBERS, asOf);
        String campaign = createCampaign(0);
        String other = createCampaign(0);
        double alarms = alarms();
        execute("create function refuse_one() returns trigger language plpgsql as $$ begin if new.campaign_id = '"
                + campaign + "' and new.member_id = '" + highest(names)
                + "' then raise 'a defect'; end if; return new; end $$");
        execute("create trigger refuse_one before insert on participant for each row execute function refuse_one()");

        // When
        JsonPath failed;
        JsonPath done;
        try {
            String failing = startRun(campaign, asOf);
            String beside = startRun(other, asOf);
            failed = awaitRun(campaign, failing, "FAILED");
            done = awaitRun(other, beside, "DONE");
        } finally {
            execute("drop trigger refuse_one on participant");
            execute("drop function refuse_one()");
        }

        // Then
        assertThat(failed.getString("reason")).isEqualTo("a page failed: PgException P0001");
        assertThat(failed.getString("finishedAt")).isNotNull();
        assertThat(Database.number(
                        "select attempts from campaign_run where id = ?", UUID.fromString(failed.getString("runId"))))
                .isEqualTo(3);
        assertThat(alarms()).isEqualTo(alarms + 1);
        assertThat(done.getInt("treated")).isEqualTo(MEMBERS);
        int treated = failed.getInt("treated");
        assertThat(enrolled(campaign)).isEqualTo(treated).isLessThan(MEMBERS);
        assertThat(run(campaign, asOf).getInt("treated")).isEqualTo(MEMBERS - treated);
    }

    @Test
    void R14_shouldEndARunThatKillsEachProcess() {
        // Given: what is left behind by processes that died with the page
        String campaign = createCampaign(0);
        UUID runId = Ids.next();
        double alarms = alarms();
        Database.update("""
                insert into campaign_run (id, campaign_id, as_of, requested_by, started_at, eligible, already_in, held_out, treated,
                                          state, attempts, claim_id, lease_until)
                values (?, ?, '1990-01-01', 'test', now(), 0, 0, 0, 0, 'RUNNING', 3, ?, now() - interval '1 second')
                """, runId, UUID.fromString(campaign), Ids.next());

        // Then
        JsonPath failed = awaitRun(campaign, runId.toString(), "FAILED");
        assertThat(failed.getString("reason")).contains("did not report an outcome");
        assertThat(alarms()).isEqualTo(alarms + 1);
    }

    @Test
    void R14_shouldNotKnowTheRunOfAnotherCampaign() {
        JsonPath run = run(createCampaign(0), LocalDate.of(1990, 1, 1));

        String elsewhere = runPath(createCampaign(0), run.getString("runId"));

        asOperator().get(elsewhere).then().statusCode(404).body("type", equalTo("/problems/run-unknown"));
        asOperator().delete(elsewhere).then().statusCode(404).body("type", equalTo("/problems/run-unknown"));
    }

    private void assertEachOnce(String campaign, JsonPath run) {
        assertThat(run.getInt("eligible")).isEqualTo(MEMBERS);
        assertThat(run.getInt("treated")).isEqualTo(MEMBERS);
        assertThat(run.getInt("progressPercent")).isEqualTo(100);
        assertThat(enrolled(campaign)).isEqualTo(MEMBERS);
        assertThat(emails(campaign)).isEqualTo(MEMBERS);
    }

    private static JsonPath cancel(String campaign, String runId) {
        return asOperator()
                .delete(runPath(campaign, runId))
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .extract()
                .jsonPath();
    }

    private long enrolled(String campaign) {
        return Database.number("select count(*) from participant where campaign_id = ?", UUID.fromString(campaign));
    }

    private long emails(String campaign) {
        return Database.number("select count(*) from email_intent where message_id = ?", UUID.fromString(campaign));
    }

    private double alarms() {
        Counter counter = meters.find("lodestone.alarms")
                .tag("kind", "campaign-run-failed")
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private void awaitWaitingPage() {
        await("a page that waits")
                .atMost(PATIENCE)
                .until(() -> Database.number("select count(*) " + WAITING_PAGES) > 0);
    }

    private static UUID highest(List<String> names) {
        return member(byId(names).getLast()).value();
    }

    /** In the order in which runs meet them. */
    private static List<String> byId(List<String> names) {
        return names.stream()
                .sorted(Comparator.comparing(name -> member(name).toString()))
                .toList();
    }

    private static Connection lock(List<String> names) throws SQLException {
        return lock(highest(names));
    }

    private static Connection lock(UUID member) throws SQLException {
        Connection connection = Database.asOwner();
        connection.setAutoCommit(false);
        connection.createStatement().execute("select from profile where member_id = '" + member + "' for update");
        return connection;
    }

    private static void execute(String statement) throws SQLException {
        try (Connection connection = Database.asOwner()) {
            connection.createStatement().execute(statement);
        }
    }
}
