package dev.lodestone.points.ledger.adjustments;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.balance;
import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.post;
import static dev.lodestone.points.PointsApi.posting;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.points.PointsApi.redeem;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.lodestone.events.Topic;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.Races;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AdjustmentComponentTest {
    @Inject
    SettableClock clock;

    private String subject;

    @BeforeEach
    void newMember() {
        subject = "adjusted-" + Ids.next();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void P15_shouldKeepAssetsApart() {
        // When
        grant(subject, "POINTS", 5);
        grant(subject, "GROWTH", 70);
        grant(subject, "VOUCHER", 3);
        grant(subject, "CASH", 1_000);

        // Then
        assertThat(balance(subject)).isEqualTo(5);
        List<List<Object>> published = Kafka.awaitOf(
                        Topic.POINTS, Tokens.memberId(subject).toString(), 4)
                .stream()
                .map(event -> (PointsPosted) event.fact())
                .map(posted -> List.<Object>of(posted.asset(), posted.balanceAfter(), posted.accountVersion()))
                .toList();
        assertThat(published)
                .isEqualTo(List.of(
                        List.of("POINTS", 5L, 1L),
                        List.of("GROWTH", 70L, 1L),
                        List.of("VOUCHER", 3L, 1L),
                        List.of("CASH", 1_000L, 1L)));
    }

    @Test
    void P15_shouldRejectAPostingAcrossAssetsAndAnythingButWholeUnits() {
        post(subject, "/postings", posting("ISSUED", "POINTS", "AVAILABLE", "CASH", 10))
                .statusCode(422)
                .body("type", equalTo("/problems/assets-differ"));
        post(subject, "/postings", posting("PENDING", "POINTS", "AVAILABLE", "POINTS", 10))
                .statusCode(422)
                .body("type", equalTo("/problems/unsupported-posting"));
        for (Object amount : List.of(10.5, "10", 0, -3, true, 9_223_372_036_854_775_807L, 1e30)) {
            post(subject, "/postings", posting("ISSUED", "POINTS", "AVAILABLE", "POINTS", amount))
                    .statusCode(400);
        }
        assertThat(balance(subject)).isEqualTo(0);
    }

    @Test
    void P01_shouldGrantAndDeductButNeverMoreThanTheBalance() {
        grant(subject, "POINTS", 50);

        post(subject, "/postings", posting("AVAILABLE", "POINTS", "ISSUED", "POINTS", 51))
                .statusCode(409)
                .body("type", equalTo("/problems/insufficient-points"));
        post(subject, "/postings", posting("AVAILABLE", "POINTS", "ISSUED", "POINTS", 20))
                .statusCode(201)
                .body("kind", equalTo("DEDUCTED"))
                .body("balanceAfter", equalTo(30));
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P01_shouldReverseASpendByAPostingThatNamesIt() {
        // Given
        grant(subject, "POINTS", 100);
        putReward("reversible", 40, null);
        redeem(subject, "once", "reversible").statusCode(201);
        String spent = latestPosting();

        // When
        post(subject, "/postings/" + spent + "/reversal", Map.of("note", "sent by mistake"))
                .statusCode(201)
                .body("kind", equalTo(List.of("RETURNED")))
                .body("reverses", equalTo(List.of(spent)));

        // Then
        assertThat(balance(subject)).isEqualTo(100);
        post(subject, "/postings/" + spent + "/reversal", Map.of("note", "again"))
                .statusCode(409)
                .body("type", equalTo("/problems/posting-reversed"));
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P01_shouldReverseTheRemainingPartOfAGrant() {
        String granted = grant(subject, "POINTS", 100);

        post(subject, "/postings/" + granted + "/reversal", Map.of("note", "wrong member"))
                .statusCode(201)
                .body("kind", equalTo(List.of("CLAWED_BACK")))
                .body("amount", equalTo(List.of(100)));
        assertThat(balance(subject)).isEqualTo(0);
        post(subject, "/postings/" + latestPosting() + "/reversal", Map.of("note", "no"))
                .statusCode(409)
                .body("type", equalTo("/problems/posting-not-reversible"));
        post(subject, "/postings/" + Ids.next() + "/reversal", Map.of("note", "no"))
                .statusCode(404)
                .body("type", equalTo("/problems/posting-unknown"));
    }

    @Test
    void P01_shouldSayThatAGrantIsSpentRatherThanReversed() {
        // Given
        String granted = grant(subject, "POINTS", 30);
        putReward("spends-a-grant", 30, null);
        redeem(subject, "once", "spends-a-grant").statusCode(201);

        // When, Then
        post(subject, "/postings/" + granted + "/reversal", Map.of("note", "too late"))
                .statusCode(409)
                .body("type", equalTo("/problems/posting-spent"));
        assertThat(balance(subject)).isEqualTo(0);

        // And once the balance is sufficient again
        post(subject, "/postings/" + latestPosting() + "/reversal", Map.of("note", "not sent"))
                .statusCode(201);
        post(subject, "/postings/" + granted + "/reversal", Map.of("note", "now"))
                .statusCode(201)
                .body("kind", equalTo(List.of("CLAWED_BACK")));
        assertThat(balance(subject)).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 86_400})
    void shouldRefuseAGrantThatHasExpiredAlready(int secondsAgo) {
        clock.set(clock.instant());
        Map<String, Object> expired = new HashMap<>(posting("ISSUED", "POINTS", "AVAILABLE", "POINTS", 40));
        expired.put("expiresAt", clock.instant().minusSeconds(secondsAgo).toString());

        post(subject, "/postings", expired)
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("detail", startsWith("expiresAt must be in the future"))
                .body("errors.field", equalTo(List.of("expiresAt")));
        assertThat(balance(subject)).isZero();

        expired.put("expiresAt", clock.instant().plusSeconds(60).toString());
        post(subject, "/postings", expired).statusCode(201);
    }

    @Test
    void P01_shouldSayThatAGrantHasExpiredRatherThanReverseNothing() {
        // Given
        Map<String, Object> lasting = new HashMap<>(posting("ISSUED", "POINTS", "AVAILABLE", "POINTS", 40));
        lasting.put("expiresAt", clock.instant().plus(Duration.ofMinutes(1)).toString());
        String granted = post(subject, "/postings", lasting)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        clock.forward(Duration.ofMinutes(2));
        awaitBalance(subject, 0);

        // When, Then: however often it is requested
        for (int times = 0; times < 2; times++) {
            post(subject, "/postings/" + granted + "/reversal", Map.of("note", "too late"))
                    .statusCode(409)
                    .body("type", equalTo("/problems/posting-expired"))
                    .body("expired", equalTo(40));
        }
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P10_shouldReturnTheUnitOfAReversedRedemptionToItsStockOnce() {
        // Given
        String reward = "returned-" + subject.substring(subject.length() - 12);
        putReward(reward, 40, 1L);
        grant(subject, "POINTS", 100);
        redeem(subject, "once", reward).statusCode(201);
        redeem(subject, "sold out", reward).statusCode(409).body("type", equalTo("/problems/out-of-stock"));
        String path =
                "/api/points/v1/members/" + Tokens.reference(subject) + "/postings/" + latestPosting() + "/reversal";

        // When
        List<Races.Answer> answers =
                Races.atOnce(4, n -> () -> Races.post(Tokens.operator(), path, Map.of("note", "not sent")));

        // Then
        Races.assertOneWins(answers, 201, 409);
        redeem(subject, "again", reward).statusCode(201);
        redeem(subject, "sold out again", reward).statusCode(409).body("type", equalTo("/problems/out-of-stock"));
        assertThat(balance(subject)).isEqualTo(60);
    }

    private String latestPosting() {
        return as(Tokens.member(subject))
                .get("/api/points/v1/me/statement?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items[0].postingId");
    }
}
