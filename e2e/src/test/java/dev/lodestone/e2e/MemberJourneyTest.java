package dev.lodestone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.Suite;
import dev.lodestone.devstack.launcher.demo.GatewayClient;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.orders.OrderCompleted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One member's life, from registration to coming back, in the suite as {@code ./lodestone up} starts it. Each step builds on the last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MemberJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Enough that one of two arms is empty once in half a billion runs. */
    private static final int GUESTS = 30;

    private static Suite suite;
    private static Shop shop;
    private static GatewayClient alice;
    private static GatewayClient bob;
    private static GatewayClient operator;

    @RegisterExtension
    static final RunningSuite RUNNING = new RunningSuite();

    @BeforeAll
    static void logIn() {
        suite = RUNNING.get();
        Ports ports = suite.ports();
        shop = new Shop(ports.kafkaBootstrapServers());
        alice = GatewayClient.login(ports, "alice");
        bob = GatewayClient.login(ports, "bob");
        operator = GatewayClient.login(ports, "olivia");
    }

    @AfterAll
    static void closeTheShop() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    @Order(1)
    void T01_shouldEnrolWhoRegisters() {
        shop.publish(
                "members",
                memberId(),
                daysAgo(200),
                new MemberRegistered(new MemberProfile("Alice", "alice@lodestone.example", true, null, null, null)));

        JsonNode me = awaitMe(answer -> answer.path("tier").hasNonNull("membershipNumber"));
        assertThat(me.at("/tier/level").asText()).isEqualTo("BASIC");
    }

    @Test
    @Order(2)
    void T04_shouldEarnAndBeUpgradedByAnOrder() {
        order("journey-1", 150, 120_000);

        JsonNode me = awaitMe(answer -> answer.at("/points/balance").asLong() == 1_200
                && answer.at("/tier/level").asText().equals("ADVANCED"));
        assertThat(me.at("/tier/growth").asLong()).isEqualTo(1_200);
        assertThat(me.path("degraded").size()).isEqualTo(0);
    }

    @Test
    @Order(3)
    void P19_shouldBePaidForACheckInOnce() {
        alice.post("/api/community/v1/me/check-ins", "check-in-1", Map.of()).orFail();
        alice.post("/api/community/v1/me/check-ins", "check-in-2", Map.of()).orFail();

        JsonNode me = awaitMe(answer -> answer.at("/points/balance").asLong() == 1_205);
        assertThat(me.at("/community/checkedInToday").asBoolean()).isTrue();
    }

    @Test
    @Order(4)
    void P07_shouldRedeemARewardOnce() {
        Map<String, String> wish = Map.of("rewardCode", "noodle-voucher");
        JsonNode first =
                alice.post("/api/points/v1/redemptions", "journey", wish).orFail();
        JsonNode second =
                alice.post("/api/points/v1/redemptions", "journey", wish).orFail();

        assertThat(second).isEqualTo(first);
        JsonNode statement = alice.get("/api/points/v1/me/statement").orFail();
        assertThat(statement.path("items").findValuesAsText("kind")).containsOnlyOnce("REDEEMED");
        assertThat(statement.path("closing").asLong()).isEqualTo(1_105);
        assertThat(alice.get("/api/me").orFail().at("/tier/level").asText()).isEqualTo("ADVANCED");
    }

    @Test
    @Order(5)
    void R04_shouldCountAsDormantAfterMonthsWithoutOrder() {
        await("the orders in recall-service")
                .atMost(PATIENCE)
                .until(() -> "DORMANT"
                        .equals(operator.get("/api/recall/v1/members/" + memberId() + "/profile")
                                .body()
                                .path("lifecycle")
                                .asText()));
    }

    @Test
    @Order(6)
    void R14_shouldGetOneEmailThoughTheCampaignRunsTwice() {
        String campaign = newCampaign("journey-campaign", 0);
        run(campaign, LocalDate.now(ZoneOffset.UTC), "run-1");
        run(campaign, LocalDate.now(ZoneOffset.UTC), "run-2");

        await("the email").atMost(PATIENCE).until(() -> !mailsTo("alice@").isEmpty());
        JsonNode report = operator.get("/api/recall/v1/campaigns/" + campaign).orFail();
        assertThat(mailsTo("alice@")).as("of the campaign %s", report).hasSize(1);
        assertThat(read(mailsTo("alice@").getFirst()))
                .as("the email names the bonus")
                .contains("300");
    }

    /** The guests are dormant on a day on which Alice was still active, and have churned by now: the campaigns do not meet. */
    @Test
    @Order(7)
    void R14_shouldWriteToTheTreatedAndLeaveTheHoldOutAlone() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(100);
        for (int guest = 0; guest < GUESTS; guest++) {
            MemberId member = MemberId.of("crm:guest-" + guest);
            shop.publish(
                    "members",
                    member,
                    daysAgo(200),
                    new MemberRegistered(new MemberProfile(
                            "Guest", "guest-" + guest + "@lodestone.example", true, null, null, null)));
            shop.publish(
                    "orders",
                    member,
                    daysAgo(190),
                    new OrderCompleted("guest-" + guest, new Money(1_000, "CNY"), null, "store"));
        }
        await("dormant guests")
                .atMost(PATIENCE)
                .until(() -> operator.get("/api/recall/v1/lifecycle?asOf=" + day)
                                .orFail()
                                .at("/byState/DORMANT")
                                .asInt()
                        == GUESTS);

        String campaign = newCampaign("hold-out-campaign", 50);
        run(campaign, day, "hold-out-run");
        JsonNode report = await("an email to each of the treated")
                .atMost(PATIENCE)
                .until(
                        () -> operator.get("/api/recall/v1/campaigns/" + campaign)
                                .orFail()
                                .path("report"),
                        answer -> answer.path("contacted").asInt()
                                == answer.path("treated").asInt());

        assertThat(report.path("eligible").asInt()).isEqualTo(GUESTS);
        assertThat(report.path("heldOut").asInt()).isBetween(1, GUESTS - 1);
        assertThat(mailsTo("guest-")).hasSize(GUESTS - report.path("heldOut").asInt());
    }

    @Test
    @Order(8)
    void R13_shouldBePaidTheBonusOnceOnReturn() {
        order("journey-2", 0, 5_000);
        order("journey-3", 0, 1_000);

        // 1,105 + 50 + 10 for the orders, 300 for coming back
        awaitMe(answer -> answer.at("/points/balance").asLong() == 1_465);
        long bonuses =
                alice.get("/api/points/v1/me/statement").orFail().path("items").findValuesAsText("ruleCode").stream()
                        .filter("welcome-back"::equals)
                        .count();
        assertThat(bonuses).isEqualTo(1);
        assertThat(operator.get("/api/points/v1/ledger/summary")
                        .orFail()
                        .path("imbalance")
                        .asLong())
                .isEqualTo(0);
    }

    @Test
    @Order(9)
    void G11_shouldRefuseOtherMembersData() {
        assertThat(bob.get("/api/points/v1/members/" + memberId() + "/balance").status())
                .isEqualTo(403);
        assertThat(bob.get("/api/recall/v1/campaigns").status()).isEqualTo(403);
        assertThat(bob.get("/api/nowhere").status()).isEqualTo(404);
        assertThat(bob.get("/api/me").orFail().at("/points/balance").asLong()).isEqualTo(0);
    }

    @Test
    @Order(10)
    void P01_shouldEndUpTheSameWhenTheServiceIsKilledWhileOrdersArrive() {
        for (int i = 0; i < 2_000; i++) {
            order("storm-" + i, 0, 100);
            if (i == 1_000) {
                suite.kill("points");
            }
        }
        suite.restart("points");

        awaitMe(answer -> answer.at("/points/balance").asLong() == 3_465);
        assertThat(operator.get("/api/points/v1/ledger/summary")
                        .orFail()
                        .path("imbalance")
                        .asLong())
                .isEqualTo(0);
    }

    @Test
    @Order(11)
    void G02_shouldStillAnswerWhenOneServiceIsDown() {
        suite.kill("community");

        JsonNode me = awaitMe(answer -> answer.path("degraded").size() == 1);
        assertThat(me.at("/degraded/0/service").asText()).isEqualTo("community");
        assertThat(me.at("/points/balance").asLong()).isEqualTo(3_465);
        suite.restart("community");
        awaitMe(answer -> answer.path("degraded").isEmpty());
    }

    private static void order(String orderId, int daysAgo, long amountMinor) {
        shop.publish(
                "orders",
                memberId(),
                daysAgo(daysAgo),
                new OrderCompleted(orderId, new Money(amountMinor, "CNY"), null, "store"));
    }

    private static String newCampaign(String key, int holdOutPercent) {
        return operator.post(
                        "/api/recall/v1/campaigns",
                        key,
                        Map.of(
                                "name",
                                "We miss you",
                                "subject",
                                "{name}, your noodles are getting cold",
                                "body",
                                "Come back, {name}, and get {bonus} points.",
                                "bonusPoints",
                                300,
                                "validDays",
                                30,
                                "holdOutPercent",
                                holdOutPercent))
                .orFail()
                .path("id")
                .asText();
    }

    private static void run(String campaign, LocalDate asOf, String key) {
        String runs = "/api/recall/v1/campaigns/" + campaign + "/runs";
        String runId = operator.post(runs, key, Map.of("asOf", asOf.toString()))
                .orFail()
                .path("runId")
                .asText();
        await("the run " + key)
                .atMost(PATIENCE)
                .until(
                        () -> operator.get(runs + "/" + runId)
                                .orFail()
                                .path("state")
                                .asText(),
                        "DONE"::equals);
    }

    private static JsonNode awaitMe(Function<JsonNode, Boolean> wanted) {
        return await("alice's page")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> alice.get("/api/me").orFail(), wanted::apply);
    }

    private static MemberId memberId() {
        return MemberId.of(alice.memberReference());
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private static List<Path> mailsTo(String address) {
        try (Stream<Path> mails = Files.list(suite.stateDirectory().mail())) {
            return mails.filter(mail -> mail.getFileName().toString().contains(address)
                            && mail.getFileName().toString().endsWith(".eml"))
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
