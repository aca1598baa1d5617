package dev.lodestone.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        shop.tell(
                "members",
                memberId(),
                daysAgo(200),
                new MemberRegistered(new MemberProfile("Alice", "alice@lodestone.example", true, null, null, null)));

        JsonNode me = awaitMe(answer -> answer.path("tier").hasNonNull("membershipNumber"));
        assertEquals("BASIC", me.at("/tier/level").asText());
    }

    @Test
    @Order(2)
    void T04_shouldEarnAndBeUpgradedByAnOrder() {
        order("journey-1", 150, 120_000);

        JsonNode me = awaitMe(answer -> answer.at("/points/balance").asLong() == 1_200
                && answer.at("/tier/level").asText().equals("ADVANCED"));
        assertEquals(1_200, me.at("/tier/growth").asLong());
        assertEquals(0, me.path("degraded").size());
    }

    @Test
    @Order(3)
    void P19_shouldBePaidForACheckInOnce() {
        alice.post("/api/community/v1/me/check-ins", "check-in-1", Map.of()).orFail();
        alice.post("/api/community/v1/me/check-ins", "check-in-2", Map.of()).orFail();

        JsonNode me = awaitMe(answer -> answer.at("/points/balance").asLong() == 1_205);
        assertTrue(me.at("/community/checkedInToday").asBoolean());
    }

    @Test
    @Order(4)
    void P07_shouldRedeemARewardOnce() {
        Map<String, String> wish = Map.of("rewardCode", "noodle-voucher");
        JsonNode first =
                alice.post("/api/points/v1/redemptions", "journey", wish).orFail();
        JsonNode second =
                alice.post("/api/points/v1/redemptions", "journey", wish).orFail();

        assertEquals(first, second);
        assertEquals(
                1_105,
                awaitMe(answer -> answer.at("/points/balance").asLong() == 1_105)
                        .at("/points/balance")
                        .asLong());
        assertEquals("ADVANCED", alice.get("/api/me").orFail().at("/tier/level").asText());
    }

    @Test
    @Order(5)
    void R04_shouldCountAsDormantAfterMonthsWithoutOrder() {
        JsonNode profile = operator.get("/api/recall/v1/members/" + memberId() + "/profile")
                .orFail();
        assertEquals("DORMANT", profile.path("lifecycle").asText());
    }

    @Test
    @Order(6)
    void R14_shouldBeWrittenToOnceWhileTheHoldOutIsLeftAlone() {
        String campaign = newCampaign();
        runToday(campaign, "run-1");
        runToday(campaign, "run-2");

        await("the letter").atMost(PATIENCE).until(() -> !mailsTo("alice@").isEmpty());
        JsonNode report = operator.get("/api/recall/v1/campaigns/" + campaign).orFail();
        assertEquals(1, mailsTo("alice@").size(), report::toString);
        assertTrue(read(mailsTo("alice@").getFirst()).contains("300"), "the letter names the bonus");
    }

    @Test
    @Order(7)
    void R13_shouldBePaidTheBonusOnceOnReturn() {
        order("journey-2", 0, 5_000);
        order("journey-3", 0, 1_000);

        // 1,105 + 50 + 10 for the orders, 300 for coming back
        awaitMe(answer -> answer.at("/points/balance").asLong() == 1_465);
        long bonuses =
                alice.get("/api/points/v1/me/statement").orFail().path("items").findValuesAsText("ruleCode").stream()
                        .filter("welcome-back"::equals)
                        .count();
        assertEquals(1, bonuses);
        assertEquals(
                0,
                operator.get("/api/points/v1/ledger/summary")
                        .orFail()
                        .path("imbalance")
                        .asLong());
    }

    @Test
    @Order(8)
    void G11_shouldRefuseStrangersAndOtherPeoplesData() {
        assertEquals(
                403,
                bob.get("/api/points/v1/members/" + memberId() + "/balance").status());
        assertEquals(403, bob.get("/api/recall/v1/campaigns").status());
        assertEquals(404, bob.get("/api/nowhere").status());
        assertEquals(0, bob.get("/api/me").orFail().at("/points/balance").asLong());
    }

    @Test
    @Order(9)
    void P01_shouldEndUpTheSameWhenTheServiceIsKilledWhileOrdersArrive() {
        for (int i = 0; i < 2_000; i++) {
            order("storm-" + i, 0, 100);
            if (i == 1_000) {
                suite.kill("points");
            }
        }
        suite.restart("points");

        awaitMe(answer -> answer.at("/points/balance").asLong() == 3_465);
        assertEquals(
                0,
                operator.get("/api/points/v1/ledger/summary")
                        .orFail()
                        .path("imbalance")
                        .asLong());
    }

    @Test
    @Order(10)
    void G02_shouldStillAnswerWhenOneServiceIsDown() {
        suite.kill("community");

        JsonNode me = awaitMe(answer -> answer.path("degraded").size() == 1);
        assertEquals("community", me.at("/degraded/0/service").asText());
        assertEquals(3_465, me.at("/points/balance").asLong());
        suite.restart("community");
        awaitMe(answer -> answer.path("degraded").isEmpty());
    }

    private static void order(String orderId, int daysAgo, long amountMinor) {
        shop.tell(
                "orders",
                memberId(),
                daysAgo(daysAgo),
                new OrderCompleted(orderId, new Money(amountMinor, "CNY"), null, "store"));
    }

    private static String newCampaign() {
        return operator.post(
                        "/api/recall/v1/campaigns",
                        "journey-campaign",
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
                                0))
                .orFail()
                .path("id")
                .asText();
    }

    private static void runToday(String campaign, String key) {
        String runs = "/api/recall/v1/campaigns/" + campaign + "/runs";
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String runId = operator.post(runs, key, Map.of("asOf", today))
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
