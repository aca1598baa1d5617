package dev.lodestone.points.ledger.balance;

import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.testkit.Api.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
        assertFalse(lines.isEmpty());

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
                assertEquals(line.balanceAfter(), balance.getLong("balance"));
                assertEquals(line.version(), balance.getLong("accountVersion"));
            }
        }
        assertEquals(
                lines.stream().map(Line::postedAt).sorted().toList(),
                lines.stream().map(Line::postedAt).toList());
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
        assertFalse(forecast.isEmpty());
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
        assertEquals(forecast, booked);
        JsonPath afterwards = Statements.get(subject, "balance", Map.of("at", sometime.toString()));
        for (String figure : List.of("balance", "pending", "held", "expiresNext")) {
            assertEquals(then.<Object>get(figure), afterwards.get(figure), figure);
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
            assertEquals(
                    1,
                    Statements.get(subject, "statement", Map.of("asset", asset))
                            .getList("items")
                            .size());
        }
        assertEquals(
                Asset.NAMES,
                String.join("|", Arrays.stream(Asset.values()).map(Asset::name).toList()));
    }

    @Test
    void P31_shouldShowZeroForAMemberWithoutPostings() {
        String now = clock.instant().toString();
        String later = clock.instant().plus(Duration.ofDays(9)).toString();
        for (Map<String, ?> query : List.<Map<String, ?>>of(
                Map.of(), Map.of("at", now), Map.of("at", later), Map.of("at", later, "bookedBy", now))) {
            JsonPath balance = Statements.get(subject, "balance", query);
            assertEquals(0, balance.getLong("balance"));
            assertEquals(0, balance.getLong("accountVersion"));
        }
        assertEquals(List.of(), forecast(clock.instant().plus(Duration.ofDays(9))));
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
        assertEquals(
                Statements.replay(lines, LedgerAccount.AVAILABLE, counts), balance.getLong("balance"), query::toString);
        assertEquals(
                Statements.replay(lines, LedgerAccount.PENDING, counts), balance.getLong("pending"), query::toString);
        assertEquals(Statements.replay(lines, LedgerAccount.HELD, counts), balance.getLong("held"), query::toString);
    }

    private static Line some(List<Line> lines, Random random) {
        return lines.get(random.nextInt(lines.size()));
    }
}
