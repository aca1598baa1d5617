package dev.lodestone.points;

import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.posting;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.putReward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.events.Topic;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.Races.Answer;
import dev.lodestone.testkit.Dose;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repeats each race on the real database: 10 times in a normal test run, 100 times in the full dose. */
@QuarkusTest
class RaceComponentTest {
    private static final int ROUNDS = Dose.of(10, 100);
    private static final int TOGETHER = 8;
    private static final String OPERATOR = Tokens.operator();

    private String race;

    @BeforeEach
    void newRace() {
        race = "racer-" + Ids.next() + "-";
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        putReward("race-hundred", 100, null);
        putReward("race-ten", 10, null);
    }

    @Test
    void P10_shouldRedeemOnceWhenTheBalanceSufficesForOneOfFifty() {
        Races.rounds(ROUNDS, TOGETHER, n -> () -> {
            // Given
            String subject = race + n;
            String token = Tokens.member(subject);
            grant(subject);

            // When
            List<Answer> answers = Races.atOnce(50, i -> () -> redeem(token, "race-hundred"));

            // Then
            Races.assertOneWins(answers, 201, 409);
            assertThat(balance(subject)).isEqualTo(0);
            return n;
        });
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P06_shouldClawBackTheRemainderWhenARefundRacesRedemptions() {
        // Given
        List<String> subjects =
                IntStream.range(0, ROUNDS).mapToObj(n -> race + n).toList();
        Kafka.send(
                Topic.ORDERS,
                subjects.stream()
                        .map(subject -> TestEvents.order(Tokens.memberId(subject), "raced", 10_000, "CNY"))
                        .toList());
        subjects.forEach(subject -> await().atMost(Duration.ofSeconds(30)).until(() -> balance(subject) == 100));

        // When
        CompletableFuture<Void> refunds = CompletableFuture.runAsync(() -> Kafka.send(
                Topic.ORDERS,
                subjects.stream()
                        .map(subject -> TestEvents.refund(Tokens.memberId(subject), "raced", 10_000, "CNY"))
                        .toList()));
        List<Integer> bought = Races.rounds(ROUNDS, TOGETHER, n -> () -> buyUntilRefused(subjects.get(n)));
        refunds.orTimeout(30, TimeUnit.SECONDS).join();
        Map<String, Long> clawedBack = awaitClawbacks(subjects, bought);

        // Then
        for (int n = 0; n < ROUNDS; n++) {
            assertThat(balance(subjects.get(n))).isEqualTo(0);
            assertThat(10 * bought.get(n) + clawedBack.getOrDefault(subjects.get(n), 0L))
                    .isEqualTo(100);
        }
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P01_shouldSettleAHoldOnceWhenPostingVoidingAndExpiryRace() {
        Races.rounds(ROUNDS, TOGETHER, n -> () -> {
            // Given: every second hold expires during its settlement, or shortly before or after it
            boolean outlasts = n % 2 == 0;
            String subject = race + n;
            grant(subject);
            JsonObject hold = Races.post(
                            OPERATOR, of(subject, "/holds"), Map.of("amount", 100, "seconds", outlasts ? 600 : 1))
                    .json(201);
            String path = of(subject, "/holds/" + hold.getString("id"));
            Executor later = CompletableFuture.delayedExecutor(outlasts ? 0 : 10L * n, TimeUnit.MILLISECONDS);

            // When
            List<Answer> answers = CompletableFuture.supplyAsync(
                            () -> Races.atOnce(List.<Callable<Answer>>of(
                                    () -> Races.post(OPERATOR, path + "/posting", Map.of()),
                                    () -> Races.post(OPERATOR, path + "/void", Map.of()))),
                            later)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();

            // Then: an expired hold is refused at once, and released by the next sweep
            String status = await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> Races.get(OPERATOR, path).json(200).getString("status"),
                            found -> !found.equals("OPEN"));
            if (status.equals("EXPIRED")) {
                assertThat(outlasts).isFalse();
                answers.get(0).json(409);
                assertThat(answers.get(1).json(200).getString("status")).isEqualTo("EXPIRED");
            } else {
                Races.assertOneWins(answers, 200, 409);
                assertThat(status).isEqualTo(answers.get(0).status() == 200 ? "POSTED" : "VOIDED");
            }
            assertThat(balance(subject)).isEqualTo(status.equals("POSTED") ? 0 : 100);
            return n;
        });
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P01_shouldReverseAPostingOnceWhenOperatorsRace() {
        Races.rounds(ROUNDS, TOGETHER, n -> () -> {
            // Given
            String subject = race + n;
            String posting = grant(subject);
            boolean spent = n % 2 == 0;
            if (spent) {
                assertThat(redeem(Tokens.member(subject), "race-hundred").status())
                        .isEqualTo(201);
                posting = latestPosting(subject);
            }
            String path = of(subject, "/postings/" + posting + "/reversal");

            // When
            List<Answer> answers = Races.atOnce(4, i -> () -> Races.post(OPERATOR, path, Map.of("note", "by mistake")));

            // Then
            Races.assertOneWins(answers, 201, 409);
            assertThat(balance(subject)).isEqualTo(spent ? 100 : 0);
            return n;
        });
        assertThat(imbalance()).isEqualTo(0);
    }

    private static Answer redeem(String token, String reward) {
        return Races.post(token, "/api/points/v1/redemptions", Map.of("rewardCode", reward));
    }

    /** Redeems a reward of 10 points until it is refused; returns the number of redemptions. */
    private static int buyUntilRefused(String subject) {
        String token = Tokens.member(subject);
        int bought = 0;
        while (bought <= 10 && redeem(token, "race-ten").status() == 201) {
            bought++;
        }
        return bought;
    }

    /** The clawed back points by subject, once all postings are published. */
    private Map<String, Long> awaitClawbacks(List<String> subjects, List<Integer> bought) {
        Map<String, String> byMember = new HashMap<>();
        subjects.forEach(subject -> byMember.put(Tokens.memberId(subject).toString(), subject));
        int postings =
                ROUNDS + bought.stream().mapToInt(n -> n == 10 ? 10 : n + 1).sum();
        Map<String, Long> clawedBack = new HashMap<>();
        Kafka.await(Topic.POINTS, postings, record -> byMember.containsKey(record.key()))
                .forEach(record -> {
                    PointsPosted posted =
                            (PointsPosted) EventCodec.decode(record.value()).fact();
                    if (posted.kind() == PostingKind.CLAWED_BACK) {
                        clawedBack.merge(byMember.get(record.key()), posted.amount(), Long::sum);
                    }
                });
        return clawedBack;
    }

    private static String of(String subject, String path) {
        return "/api/points/v1/members/" + Tokens.reference(subject) + path;
    }

    private static String grant(String subject) {
        return Races.post(OPERATOR, of(subject, "/postings"), posting("ISSUED", "POINTS", "AVAILABLE", "POINTS", 100))
                .json(201)
                .getString("id");
    }

    private static long balance(String subject) {
        return Races.get(OPERATOR, of(subject, "/balance")).json(200).getLong("balance");
    }

    private static String latestPosting(String subject) {
        return Races.get(OPERATOR, of(subject, "/statement?limit=1"))
                .json(200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("postingId");
    }
}
