package dev.lodestone.recall.campaigns;

import static dev.lodestone.recall.Brand.email;
import static dev.lodestone.recall.Brand.member;
import static dev.lodestone.recall.Brand.noon;
import static dev.lodestone.recall.RecallApi.asOperator;
import static dev.lodestone.recall.RecallApi.awaitOrders;
import static dev.lodestone.recall.RecallApi.awaitReport;
import static dev.lodestone.recall.RecallApi.awaitRun;
import static dev.lodestone.recall.RecallApi.campaign;
import static dev.lodestone.recall.RecallApi.createCampaign;
import static dev.lodestone.recall.RecallApi.report;
import static dev.lodestone.recall.RecallApi.run;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.events.recall.OfferAccepted;
import dev.lodestone.events.recall.OfferMade;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.recall.Brand;
import dev.lodestone.recall.DormantMembers;
import dev.lodestone.recall.SmtpServer;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A run selects from all members who are dormant on its day, so each test has a year for itself: its members' only orders lie 100 days before the
 * run, and by the next test's year they have churned.
 */
@QuarkusTest
@QuarkusTestResource(SmtpServer.class)
class CampaignComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    DormantMembers dormant;

    @SuppressWarnings("NullAway.Init")
    SmtpServer smtp;

    @Test
    void R14_shouldNeverWriteToWhoIsHeldOutAndKeepTheArmsOverRuns() {
        // Given
        LocalDate asOf = LocalDate.of(2001, 6, 30);
        List<String> names = dormant.create("arm", 300, asOf);
        Kafka.send(Topic.MEMBERS, Brand.contact("arm-0", false, noon(asOf)), Brand.contact("arm-1", false, noon(asOf)));
        await().atMost(PATIENCE).until(() -> dormant.consenting(names) == 298);
        String campaign = createCampaign(30);

        // When
        JsonPath first = run(campaign, asOf);
        Map<String, String> arms = arms(campaign);
        JsonPath second = run(campaign, asOf.plusDays(1));

        // Then
        assertThat(first.getInt("eligible")).isEqualTo(298);
        assertThat(first.getInt("heldOut") + first.getInt("treated")).isEqualTo(298);
        assertThat(100.0 * first.getInt("heldOut") / 298).isCloseTo(30, within(12.0));
        assertThat(second.getInt("alreadyIn")).isEqualTo(298);
        assertThat(second.getInt("heldOut") + second.getInt("treated")).isZero();
        assertThat(arms(campaign)).isEqualTo(arms);
        awaitReport(campaign, "contacted", first.getInt("treated"));
        for (String name : names) {
            boolean treated = "TREATMENT".equals(arms.get(member(name).toString()));
            assertThat(smtp.to(email(name))).as(name).hasSize(treated ? 1 : 0);
        }
        assertThat(report(campaign).getInt("report.eligible")).isEqualTo(298);
        assertThat(report(campaign).getInt("report.pending")).isZero();
    }

    @Test
    void R12_shouldContactAMemberOnceWhenRunsGoInParallel() throws Exception {
        // Given
        LocalDate asOf = LocalDate.of(2003, 6, 30);
        List<String> names = dormant.create("par", 60, asOf);
        String campaign = createCampaign(0);

        // When
        List<JsonPath> runs = Api.race(Collections.nCopies(4, () -> run(campaign, asOf)));

        // Then
        assertThat(runs.stream().mapToInt(run -> run.getInt("treated")).sum()).isEqualTo(60);
        assertThat(runs).allMatch(run -> run.getInt("eligible") == 60);
        awaitReport(campaign, "contacted", 60);
        names.forEach(name -> assertThat(smtp.to(email(name))).as(name).hasSize(1));
    }

    @Test
    void G11_shouldAnswerARepeatedRunAsTheFirstTime() {
        LocalDate asOf = LocalDate.of(2005, 6, 30);
        dormant.create("rep", 3, asOf);
        String campaign = createCampaign(0);
        String key = Ids.next().toString();

        String first = runWith(key, campaign, asOf);
        String second = runWith(key, campaign, asOf);

        assertThat(second).isEqualTo(first);
        String runId = JsonPath.from(second).getString("runId");
        assertThat(awaitRun(campaign, runId, "DONE").getInt("treated")).isEqualTo(3);
        assertThat(Database.number(
                        "select count(*) from campaign_run where campaign_id = ?", UUID.fromString(campaign)))
                .isEqualTo(1);
    }

    @Test
    void R13_shouldPayTheReturnOnceForManyOrdersAndRepeatedEvents() {
        // Given
        LocalDate asOf = LocalDate.of(2007, 6, 30);
        dormant.create("back", 1, asOf);
        MemberId member = member("back-0");
        String campaign = createCampaign(0);
        run(campaign, asOf);
        awaitReport(campaign, "contacted", 1);

        // When
        List<Event<Fact>> orders = new ArrayList<>();
        orders.add(Brand.order(member, "back-on-the-day", noon(asOf), 1000));
        orders.add(Brand.order(member, "back-b", noon(asOf.plusDays(6)), 1000));
        orders.add(Brand.order(member, "back-a", noon(asOf.plusDays(5)), 1000));
        orders.add(Brand.order(member, "back-too-late", noon(asOf.plusDays(20)), 1000));
        orders.addAll(List.copyOf(orders));
        Kafka.send(Topic.ORDERS, orders);
        awaitOrders(member, 5);
        Kafka.send(Topic.ORDERS, Brand.order(member, "back-c", noon(asOf.plusDays(7)), 1000));
        Kafka.send(Topic.ORDERS, orders);
        awaitOrders(member, 6);

        // Then
        await().atMost(PATIENCE).until(() -> Database.number("select count(*) from outbox") == 0);
        List<Fact> published = published(member);
        assertThat(published.stream().filter(OfferMade.class::isInstance).count())
                .isEqualTo(1);
        List<OfferAccepted> accepted = published.stream()
                .filter(OfferAccepted.class::isInstance)
                .map(OfferAccepted.class::cast)
                .toList();
        assertThat(accepted).hasSize(1);
        assertThat(accepted.getFirst().bonusPoints()).isEqualTo(500);
        assertThat(accepted.getFirst().orderId()).isIn("back-a", "back-b");
        assertThat(report(campaign).getInt("report.treatedReturned")).isEqualTo(1);
        assertThat(report(campaign).getDouble("report.treatedReturnRate")).isEqualTo(1.0);
    }

    @Test
    void R13_shouldNotPayForAReturnThatComesTooLate() {
        LocalDate asOf = LocalDate.of(2009, 6, 30);
        dormant.create("late", 1, asOf);
        MemberId member = member("late-0");
        String campaign = createCampaign(0);
        run(campaign, asOf);

        Kafka.send(Topic.ORDERS, Brand.order(member, "late-order", noon(asOf.plusDays(15)), 1000));
        awaitOrders(member, 2);

        assertThat(report(campaign).getInt("report.treatedReturned")).isZero();
        assertThat(Database.number(
                        "select count(*) from offer where member_id = ? and state <> 'OPEN'", member.value()))
                .isZero();
    }

    @Test
    void R14_shouldCountTheReturnOfWhoIsHeldOutAndPayNothing() {
        // Given
        LocalDate asOf = LocalDate.of(2011, 6, 30);
        List<String> names = dormant.create("held", 40, asOf);
        String campaign = createCampaign(50);
        run(campaign, asOf);
        Map<String, String> arms = arms(campaign);
        MemberId held = names.stream()
                .map(Brand::member)
                .filter(member -> "HOLD_OUT".equals(arms.get(member.toString())))
                .findFirst()
                .orElseThrow();

        // When
        Kafka.send(Topic.ORDERS, Brand.order(held, "held-order", noon(asOf.plusDays(3)), 1000));
        awaitOrders(held, 2);

        // Then
        assertThat(report(campaign).getInt("report.heldOutReturned")).isEqualTo(1);
        assertThat(report(campaign).getInt("report.treatedReturned")).isZero();
        await().atMost(PATIENCE).until(() -> Database.number("select count(*) from outbox") == 0);
        assertThat(published(held)).isEmpty();
        assertThat(Database.number("select count(*) from offer where member_id = ?", held.value()))
                .isZero();
        assertThat(Database.number("select count(*) from email_intent where member_id = ?", held.value()))
                .isZero();
    }

    @Test
    void R14_shouldLeaveOutWhoCameBackBeforeTheRun() {
        LocalDate asOf = LocalDate.of(2013, 6, 30);
        dormant.create("gone", 2, asOf);
        MemberId member = member("gone-0");
        Kafka.send(Topic.ORDERS, Brand.order(member, "gone-order", noon(asOf.plusDays(30)), 1000));
        awaitOrders(member, 2);

        JsonPath run = run(createCampaign(0), asOf);

        assertThat(run.getInt("eligible")).isEqualTo(1);
    }

    @Test
    void R11_shouldSendEachEmailOnceWhenTheMailServerIsDownForAWhile() throws Exception {
        // Given
        LocalDate asOf = LocalDate.of(2015, 6, 30);
        List<String> names = dormant.create("down", 20, asOf);
        String campaign = createCampaign(0);
        smtp.goDown();

        // When
        try {
            run(campaign, asOf);
            await().atMost(PATIENCE)
                    .until(() -> Database.number(
                                    "select coalesce(min(attempts), 0) from email_intent where message_id = ?",
                                    UUID.fromString(campaign))
                            >= 2);
            assertThat(report(campaign).getInt("report.pending")).isEqualTo(20);
        } finally {
            smtp.comeBack();
        }
        awaitReport(campaign, "contacted", 20);

        // Then
        for (String name : names) {
            List<MimeMessage> received = smtp.to(email(name));
            assertThat(received).as(name).hasSize(1);
            assertThat(received.getFirst().getSubject()).isEqualTo("Lin " + name + ", 500 points wait for you");
            assertThat(received.getFirst().getMessageID()).isEqualTo(messageId(campaign, name));
            assertThat(text(received.getFirst())).contains("your next order brings 500 points");
        }
        assertThat(report(campaign).getInt("report.unknown")).isZero();
    }

    @Test
    void R11_shouldShowAnEmailAsUnknownInsteadOfSendingItAgainAfterACrash() {
        // Given: what a process leaves behind that died while it was sending
        LocalDate asOf = LocalDate.of(2017, 6, 30);
        dormant.create("crash", 1, asOf);
        String campaign = createCampaign(0);
        smtp.goDown();
        try {
            run(campaign, asOf);
            await().atMost(PATIENCE).until(() -> Database.update("""
                                    update email_intent set state = 'SENDING', claimed_at = now() - interval '1 day'
                                    where message_id = ? and state = 'QUEUED'
                                    """, UUID.fromString(campaign)) == 1);
        } finally {
            smtp.comeBack();
        }

        // Then
        awaitReport(campaign, "unknown", 1);
        assertThat(report(campaign).getInt("report.contacted")).isZero();
        assertThat(smtp.to(email("crash-0"))).isEmpty();
    }

    @Test
    void R11_shouldNotWriteToWhoCameBackOrTookBackConsentBeforeTheEmailWasSent() {
        // Given
        LocalDate asOf = LocalDate.of(2019, 6, 30);
        dormant.create("quick", 2, asOf);
        String campaign = createCampaign(0);
        smtp.goDown();

        // When
        try {
            run(campaign, asOf);
            Kafka.send(Topic.ORDERS, Brand.order(member("quick-0"), "quick-order", noon(asOf.plusDays(1)), 1000));
            Kafka.send(Topic.MEMBERS, Brand.contact("quick-1", false, noon(asOf.plusDays(1))));
            awaitReport(campaign, "cancelled", 2);
        } finally {
            smtp.comeBack();
        }

        // Then
        assertThat(smtp.to(email("quick-0"))).isEmpty();
        assertThat(smtp.to(email("quick-1"))).isEmpty();
        assertThat(report(campaign).getInt("report.treatedReturned")).isEqualTo(1);
    }

    @Test
    void shouldShowAMemberTheirOpenOffersOnly() {
        // Given: a member of the member centre who is dormant today
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(System.currentTimeMillis()), Brand.ZONE);
        String subject = "offered-" + Ids.next();
        MemberId member = Tokens.memberId(subject);
        Kafka.send(Topic.ORDERS, Brand.order(member, "of-1", noon(today.minusDays(DormantMembers.DAYS_AWAY)), 1000));
        awaitOrders(member, 1);
        String campaign = createCampaign(0);
        Database.update(
                "insert into contact (member_id, email, email_consent, zone, known_at, event_key) values (?, ?, true, 'Asia/Shanghai', now(), ?)",
                member.value(),
                email(subject),
                Ids.next());

        // When
        run(campaign, today);

        // Then
        as(Tokens.member(subject))
                .get("/api/recall/v1/me/offers?limit=1")
                .then()
                .statusCode(200)
                .body("items.campaignId", equalTo(List.of(campaign)))
                .body("items.bonusPoints", equalTo(List.of(500)))
                .body("next", equalTo(null));
        as(Tokens.member("another-member"))
                .get("/api/recall/v1/me/offers")
                .then()
                .body("items", equalTo(List.of()));

        Kafka.send(Topic.ORDERS, Brand.order(member, "of-2", Instant.ofEpochMilli(System.currentTimeMillis()), 1000));
        awaitOrders(member, 2);
        as(Tokens.member(subject)).get("/api/recall/v1/me/offers").then().body("items", equalTo(List.of()));
    }

    @Test
    void R25_shouldRefuseACampaignWhoseTextCannotBeFilled() {
        Map<String, Object> wrong = new HashMap<>(campaign(10));
        wrong.put("body", "Dear {nmae}");

        asOperator()
                .body(wrong)
                .post("/api/recall/v1/campaigns")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/template-invalid"))
                .body("detail", containsString("{nmae}"));
    }

    @Test
    void shouldRefuseCampaignsAndRunsThatMakeNoSense() {
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "bonusPoints", 0, "validDays", 366, "holdOutPercent", 91, "subject", "two\nlines", "name", " ")
                .entrySet()) {
            Map<String, Object> campaign = new HashMap<>(campaign(10));
            campaign.put(wrong.getKey(), wrong.getValue());
            asOperator().body(campaign).post("/api/recall/v1/campaigns").then().statusCode(400);
        }
        String runs = "/api/recall/v1/campaigns/" + createCampaign(10) + "/runs";
        asOperator()
                .body(Map.of("asOf", "2999-01-01"))
                .post(runs)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/as-of-in-future"));
        asOperator().body("{}").post(runs).then().statusCode(400);
        as(Tokens.operator())
                .body(Map.of("asOf", "2001-01-01"))
                .post(runs)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-missing"));
        asOperator()
                .body(Map.of("asOf", "2001-01-01"))
                .post("/api/recall/v1/campaigns/" + Ids.next() + "/runs")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldListCampaignsNewestFirstPageByPage() {
        String older = createCampaign(10);
        String newer = createCampaign(20);

        JsonPath page = asOperator()
                .get("/api/recall/v1/campaigns?limit=1")
                .then()
                .body("items.size()", greaterThanOrEqualTo(1))
                .extract()
                .jsonPath();

        assertThat(page.getString("items[0].id")).isEqualTo(newer);
        asOperator()
                .get("/api/recall/v1/campaigns?limit=1&after=" + page.getString("next"))
                .then()
                .body("items[0].id", equalTo(older));
    }

    private Map<String, String> arms(String campaign) {
        Map<String, String> arms = new HashMap<>();
        for (String row : Database.texts(
                "select member_id || ' ' || arm from participant where campaign_id = ?", UUID.fromString(campaign))) {
            arms.put(row.split(" ")[0], row.split(" ")[1]);
        }
        return arms;
    }

    private static List<Fact> published(MemberId member) {
        return Kafka.now(Topic.RECALL, record -> member.toString().equals(record.key())).stream()
                .map(record -> EventCodec.decode(record.value()).fact())
                .toList();
    }

    private static String runWith(String key, String campaign, LocalDate asOf) {
        return as(Tokens.operator())
                .header("Idempotency-Key", key)
                .body(Map.of("asOf", asOf.toString()))
                .post("/api/recall/v1/campaigns/" + campaign + "/runs")
                .then()
                .statusCode(202)
                .extract()
                .asString();
    }

    private static String messageId(String campaign, String name) {
        return "<" + Ids.derived(UUID.fromString(campaign), member(name).toString()) + "@lodestone.invalid>";
    }

    private static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
