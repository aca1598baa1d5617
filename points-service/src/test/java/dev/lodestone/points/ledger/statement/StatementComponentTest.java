package dev.lodestone.points.ledger.statement;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.post;
import static dev.lodestone.points.PointsApi.posting;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.RandomActivity;
import dev.lodestone.points.TestEvents;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.history.Period;
import dev.lodestone.points.ledger.statement.Statements.Line;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Dose;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class StatementComponentTest {
    private static final int MANY = 20_500;

    @Inject
    SettableClock clock;

    @Inject
    RandomActivity history;

    @Inject
    StatementService statements;

    private String subject;

    @BeforeEach
    void newMember() {
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        subject = "reader-" + Ids.next();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(11, 10 + Dose.of(1, 10));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void P28_shouldAddUpForAnyPeriod(long seed) {
        // Given
        history.begin(subject, seed);
        history.perform(50);
        history.awaitSwept();
        List<Line> lines = Statements.lines(subject);

        // When, Then
        assertAddsUp(Map.of(), 7, lines);
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            boolean booked = random.nextBoolean();
            Map<String, Object> query = new HashMap<>(Map.of("by", booked ? "BOOKED" : "OCCURRED"));
            List<Instant> times = lines.stream()
                    .map(line -> booked ? line.postedAt() : line.at())
                    .sorted()
                    .toList();
            Instant from = times.get(random.nextInt(times.size()));
            Instant until = times.get(random.nextInt(times.size()));
            if (random.nextInt(4) > 0) {
                query.put("from", (from.isBefore(until) ? from : until).toString());
            }
            if (random.nextInt(4) > 0) {
                query.put("until", (from.isBefore(until) ? until : from).toString());
            }
            assertAddsUp(query, 1 + random.nextInt(20), lines);
        }
    }

    @Test
    void P28_shouldKeepTheFiguresOfAStatementWhenALateEventIsBookedBetweenItsPages() {
        // Given
        Instant first = clock.instant().minus(Duration.ofDays(30));
        for (int day = 0; day < 3; day++) {
            order("o" + day, 1_000, first.plus(Duration.ofDays(day)));
        }
        awaitBalance(subject, 30);
        Map<String, String> period = Map.of(
                "from", first.plus(Duration.ofDays(1)).toString(),
                "until", first.plus(Duration.ofDays(9)).toString());
        JsonPath page = Statements.get(subject, "statement", with(period, "limit", "1"));

        // When
        order("before", 200, first.minus(Duration.ofDays(1)));
        order("within", 300, first.plus(Duration.ofDays(1)));
        awaitBalance(subject, 35);

        // Then
        JsonPath last =
                Statements.get(subject, "statement", with(with(period, "limit", "1"), "after", page.getString("next")));
        assertThat(page.getList("items.change")).isEqualTo(List.of(10));
        assertThat(last.getList("items.change")).isEqualTo(List.of(10));
        assertThat(last.getLong("closing")).isEqualTo(page.getLong("opening"));
        assertThat(last.getLong("opening")).isEqualTo(10);
        assertThat(last.<Object>get("period")).isEqualTo(page.<Object>get("period"));
        // And a new statement contains both.
        JsonPath anew = Statements.get(subject, "statement", period);
        assertThat(anew.getList("items.change")).isEqualTo(List.of(3, 10, 10));
        assertThat(anew.getLong("opening")).isEqualTo(12);
        assertThat(anew.getLong("closing")).isEqualTo(35);
    }

    @Test
    void P28_shouldGiveTheReasonOfEachLine() {
        // Given
        order("why", 5_000, clock.instant());
        awaitBalance(subject, 50);
        String granted = grant(subject, "POINTS", 7);
        post(subject, "/postings/" + granted + "/reversal", Map.of("note", "wrong member"))
                .statusCode(201);

        // Then
        as(Tokens.operator())
                .get("/api/points/v1/members/" + Tokens.reference(subject) + "/statement")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("CLAWED_BACK", "GRANTED", "EARNED")))
                .body("items[0].note", equalTo("wrong member"))
                .body("items[0].reverses", equalTo(granted))
                .body("items[0].causeType", equalTo("reversal"))
                .body("items[0].amount", equalTo(7))
                .body("items[0].change", equalTo(-7))
                .body("items[1].note", equalTo("goodwill"))
                .body("items[2].causeType", equalTo("brand.order.completed.v1"))
                .body("items[2].orderId", equalTo("why"))
                .body("items[2].ruleCode", equalTo("spend-cny"))
                .body("items[2].ruleVersion", equalTo(1))
                .body("next", nullValue());
    }

    @Test
    void P28_shouldBeEmptyWithoutPostings() {
        JsonPath empty = Statements.get(subject, "statement", Map.of());

        assertThat(empty.getList("items")).isEmpty();
        assertThat(empty.getLong("opening")).isEqualTo(0);
        assertThat(empty.getLong("closing")).isEqualTo(0);
        assertThat(file(Map.of())).isEqualTo(List.of(StatementCsv.HEADER.trim()));
    }

    @Test
    void P28_shouldRefuseInvalidStatementRequests() {
        for (String query : List.of(
                "limit=0",
                "limit=101",
                "after=0",
                "after=7",
                "after=7.7.7",
                "after=9999999999999999999.1",
                "from=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z",
                "from=today",
                "by=HEARD",
                "asset=GOLD")) {
            as(Tokens.member(subject))
                    .get("/api/points/v1/me/statement?" + query)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-request"));
        }
        as(Tokens.member(subject))
                .get("/api/points/v1/me/statement.csv?asset=GOLD")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void P28_shouldStreamTheStatementAsCsvCompleteAndInOrder() {
        // Given
        bookManyVouchers();

        // When
        List<String> all = file(Map.of("asset", "VOUCHER"));
        List<String> hour =
                file(Map.of("asset", "VOUCHER", "from", "2026-01-02T00:00:00Z", "until", "2026-01-02T01:00:00Z"));

        // Then
        assertThat(all.stream()
                        .skip(1)
                        .map(row -> Integer.valueOf(row.split(",")[0]))
                        .toList())
                .isEqualTo(IntStream.rangeClosed(1, MANY).boxed().toList());
        assertThat(all.getFirst()).isEqualTo(StatementCsv.HEADER.trim());
        assertThat(all.getLast()).contains(",2026-01-15T05:40:00Z,EARNED,20500,20500,210135250,0,0,test,,,,,");
        assertThat(hour.stream()
                        .skip(1)
                        .map(row -> Integer.valueOf(row.split(",")[0]))
                        .toList())
                .isEqualTo(IntStream.range(1_440, 1_500).boxed().toList());
    }

    @Test
    void P28_shouldReadAnExportPageByPageAsTheClientReads() {
        // Given
        bookManyVouchers();
        AssertSubscriber<String> client = AssertSubscriber.create(0);
        statements
                .export(Tokens.memberId(subject), Asset.VOUCHER, Period.UNLIMITED, false)
                .subscribe()
                .withSubscriber(client);

        // When
        client.awaitNextItems(3);

        // Then
        assertThat(client.getItems().stream().map(part -> part.lines().count()).toList())
                .isEqualTo(List.of(1L, 500L, 500L));
        client.assertNotTerminated();
        client.cancel();
    }

    @Test
    void P28_shouldEscapeFormulasAndQuotesInTheCsv() {
        // Given
        Map<String, Object> body = new HashMap<>(posting("ISSUED", "POINTS", "AVAILABLE", "POINTS", 5));
        body.put("note", "=HYPERLINK(\"http://example.com\"), 亲爱的");
        post(subject, "/postings", body).statusCode(201);

        // Then
        as(Tokens.operator())
                .get("/api/points/v1/members/" + Tokens.reference(subject) + "/statement.csv")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=utf-8"))
                .header("Content-Disposition", equalTo("attachment; filename=\"statement.csv\""))
                .body(containsString(",\"'=HYPERLINK(\"\"http://example.com\"\"), 亲爱的\","));
    }

    /**
     * Bypasses the ledger, so it uses an asset whose totals no other test checks. One statement writes postings and lots, since they are sealed
     * together.
     */
    private void bookManyVouchers() {
        Database.update(
                """
                with booked as (
                    insert into posting (member_id, asset, account_version, id, kind, from_account, to_account, amount, available_after,
                                         cause_id, cause_type, occurred_at)
                    select ?, 'VOUCHER', n, gen_random_uuid(), 'EARNED', 'ISSUED', 'AVAILABLE', n, n * (n + 1) / 2, gen_random_uuid(),
                           'test', timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute'
                    from generate_series(1, ?) as n
                    returning member_id, asset, id, amount, occurred_at),
                earned as (
                    insert into lot (member_id, asset, id, amount, remaining, earned_at)
                    select member_id, asset, id, amount, amount, occurred_at from booked),
                issued as (
                    insert into program_account as known (program, asset, shard, debits)
                    select 'ISSUED', 'VOUCHER', 0, sum(amount) from booked
                    on conflict (program, asset, shard) do update set debits = known.debits + excluded.debits)
                insert into account (member_id, asset, credits, version) values (?, 'VOUCHER', ?, ?)
                """,
                Tokens.memberId(subject).value(),
                MANY,
                Tokens.memberId(subject).value(),
                MANY * (MANY + 1L) / 2,
                MANY);
    }

    private void assertAddsUp(Map<String, ?> query, int limit, List<Line> all) {
        List<JsonPath> pages = Statements.pages(subject, query, limit);
        JsonPath first = pages.getFirst();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            JsonPath page = pages.get(i);
            List<Line> items = Statements.lines(page);
            assertThat(page.getLong("opening")
                            + items.stream().mapToLong(Line::change).sum())
                    .isEqualTo(page.getLong("closing"));
            assertThat(page.getLong("closing"))
                    .isEqualTo(
                            i == 0
                                    ? first.getLong("period.closing")
                                    : pages.get(i - 1).getLong("opening"));
            lines.addAll(items);
        }
        assertThat(pages.getLast().getLong("opening")).isEqualTo(first.getLong("period.opening"));
        assertThat(first.getLong("period.opening")
                        + lines.stream().mapToLong(Line::change).sum())
                .isEqualTo(first.getLong("period.closing"));
        assertThat(lines)
                .as(query::toString)
                .isEqualTo(all.stream()
                        .filter(line -> within(query, line))
                        .toList()
                        .reversed());
    }

    private static boolean within(Map<String, ?> query, Line line) {
        Instant time = "BOOKED".equals(query.get("by")) ? line.postedAt() : line.at();
        return !(query.get("from") instanceof String from && time.isBefore(Instant.parse(from)))
                && !(query.get("until") instanceof String until && !time.isBefore(Instant.parse(until)));
    }

    private List<String> file(Map<String, ?> query) {
        return as(Tokens.member(subject))
                .queryParams(query)
                .get("/api/points/v1/me/statement.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private void order(String orderId, long amountMinor, Instant at) {
        Kafka.send(
                Topic.ORDERS,
                TestEvents.at(
                        at,
                        Tokens.memberId(subject),
                        new OrderCompleted(orderId, new Money(amountMinor, "CNY"), null, null)));
    }

    private static Map<String, String> with(Map<String, String> query, String name, String value) {
        Map<String, String> more = new HashMap<>(query);
        more.put(name, value);
        return more;
    }
}
