package dev.lodestone.points.ledger.balance;

import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.RandomActivity;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.LedgerAccount;
import dev.lodestone.points.ledger.statement.Statements;
import dev.lodestone.points.ledger.statement.Statements.Line;
import dev.lodestone.testkit.Dose;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class BalanceComponentTest {
    @Inject
    SettableClock clock;

    @Inject
    RandomActivity history;

    private String subject;

    @BeforeEach
    void newMember() {
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        subject = "looked-at-" + Ids.next();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, Dose.of(1, 10));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void P31_shouldEqualTheReplayOfThePostingsAtAnyInstant(long seed) {
        // Given
        history.begin(subject, seed);
        history.perform(50);
        history.awaitSwept();
        List<Line> lines = Statements.lines(subject);
        assertThat(lines).isNotEmpty();

        // When, Then
        Random random = new Random(seed);
        for (int i = 0; i < 25; i++) {
            Instant at = some(lines, random).at().plusMillis(random.nextInt(3) - 1L);
            Instant bookedBy = some(lines, random).postedAt();
            assertReplayed(
                    lines, Map.of("at", at.toString()), line -> !line.at().isAfter(at));
            assertReplayed(
                    lines,
                    Map.of("bookedBy", bookedBy.toString()),
                    line -> !line.postedAt().isAfter(bookedBy));
            assertReplayed(
                    lines,
                    Map.of("at", at.toString(), "bookedBy", bookedBy.toString()),
                    line -> !line.at().isAfter(at) && !line.postedAt().isAfter(bookedBy));
        }
    }

    @Test
    void P31_shouldReportTheBalanceAsBookedAtAnEarlierTime() {
        // Given
        history.begin(subject, 4);
        history.perform(40);
        history.awaitSwept();
        List<Line> lines = Statements.lines(subject);

        // Then: book time follows the numbers of the postings, so what the book said is what a posting left.
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean last = i + 1 == lines.size() || lines.get(i + 1).postedAt().isAfter(line.postedAt());
            if (last) {
                JsonPath balance = Statements.get(
                        subject, "balance", Map.of("bookedBy", line.postedAt().toString()));
                assertThat(balance.getLong("balance")).isEqualTo(line.balanceAfter());
                assertThat(balance.getLong("accountVersion")).isEqualTo(line.version());
            }
        }
        assertThat(lines.stream().map(Line::postedAt).toList())
                .isEqualTo(lines.stream().map(Line::postedAt).sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void P05_shouldBookExactlyWhatTheForecastSaid(long seed) {
        // Given
        history.begin(subject, seed);
        history.perform(60);
        history.awaitSwept();
        int known = Statements.lines(subject).size();
        Instant until = clock.instant().plus(Duration.ofDays(1_000));
        List<ForecastLine> forecast = forecast(until);
        assertThat(forecast).isNotEmpty();
        Random random = new Random(seed);
        Instant sometime = clock.instant().plus(Duration.ofDays(random.nextInt(400)));
        JsonPath then = Statements.get(subject, "balance", Map.of("at", sometime.toString()));

        // When
        while (clock.instant().isBefore(until)) {
            clock.forward(Duration.ofDays(20L + random.nextInt(300)));
            history.awaitSwept();
        }

        // Then
        List<Line> lines = Statements.lines(subject);
        List<ForecastLine> booked = lines.subList(known, lines.size()).stream()
                .filter(line -> !line.at().isAfter(until))
                .map(line -> new ForecastLine(line.at(), line.change(), line.kind(), line.balanceAfter()))
                .toList();
        assertThat(booked).isEqualTo(forecast);
        JsonPath afterwards = Statements.get(subject, "balance", Map.of("at", sometime.toString()));
        for (String figure : List.of("balance", "pending", "held", "expiresNext")) {
            assertThat(afterwards.<Object>get(figure)).as(figure).isEqualTo(then.<Object>get(figure));
        }
    }

    @Test
    void P15_shouldShowEachAssetByItself() {
        // Given
        for (Asset asset : Asset.values()) {
            grant(subject, asset.name(), 10 + asset.ordinal());
        }

        // Then
        for (Asset asset : Asset.values()) {
            for (String path : List.of("me/balance", "members/" + Tokens.reference(subject) + "/balance")) {
                String token = path.startsWith("me/") ? Tokens.member(subject) : Tokens.operator();
                as(token)
                        .queryParam("asset", asset.name())
                        .get("/api/points/v1/" + path)
                        .then()
                        .statusCode(200)
                        .body("asset", equalTo(asset.name()))
                        .body("balance", equalTo(10 + asset.ordinal()))
                        .body("pending", equalTo(0))
                        .body("held", equalTo(0))
                        .body("accountVersion", equalTo(1));
            }
            assertThat(Statements.get(subject, "statement", Map.of("asset", asset))
                            .getList("items")
                            .size())
                    .isEqualTo(1);
        }
        assertThat(String.join(
                        "|", Arrays.stream(Asset.values()).map(Asset::name).toList()))
                .isEqualTo(Asset.NAMES);
    }

    @Test
    void P31_shouldShowZeroForAMemberWithoutPostings() {
        String now = clock.instant().toString();
        String later = clock.instant().plus(Duration.ofDays(9)).toString();
        for (Map<String, ?> query : List.<Map<String, ?>>of(
                Map.of(), Map.of("at", now), Map.of("at", later), Map.of("at", later, "bookedBy", now))) {
            JsonPath balance = Statements.get(subject, "balance", query);
            assertThat(balance.getLong("balance")).isEqualTo(0);
            assertThat(balance.getLong("accountVersion")).isEqualTo(0);
        }
        assertThat(forecast(clock.instant().plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void P31_shouldRefuseMalformedInstantsAndUnknownAssets() {
        for (String query : List.of(
                "at=yesterday",
                "at=2026-02-31T00:00:00Z",
                "at=2026-01-31",
                "bookedBy=+292277026596-01-01T00:00:00Z",
                "asset=GOLD")) {
            as(Tokens.member(subject))
                    .urlEncodingEnabled(false)
                    .get("/api/points/v1/me/balance?" + query)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-request"));
        }
        as(Tokens.member(subject))
                .get("/api/points/v1/me/forecast?until=soon")
                .then()
                .statusCode(400)
                .body("detail", containsString("until must be an instant"));
    }

    private List<ForecastLine> forecast(Instant until) {
        return Statements.get(subject, "forecast", Map.of("until", until.toString()))
                .getList("$", ForecastLine.class);
    }

    private void assertReplayed(List<Line> lines, Map<String, ?> query, Predicate<Line> counts) {
        JsonPath balance = Statements.get(subject, "balance", query);
        assertThat(balance.getLong("balance"))
                .as(query::toString)
                .isEqualTo(Statements.replay(lines, LedgerAccount.AVAILABLE, counts));
        assertThat(balance.getLong("pending"))
                .as(query::toString)
                .isEqualTo(Statements.replay(lines, LedgerAccount.PENDING, counts));
        assertThat(balance.getLong("held"))
                .as(query::toString)
                .isEqualTo(Statements.replay(lines, LedgerAccount.HELD, counts));
    }

    private static Line some(List<Line> lines, Random random) {
        return lines.get(random.nextInt(lines.size()));
    }
}
