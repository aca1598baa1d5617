package dev.lodestone.points.ledger.liability;

import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.RandomActivity;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Dose;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reports are about all members, so each test reckons with whatever the others left in the book. */
@QuarkusTest
class LiabilityComponentTest {
    /** No test books anything that happened before. */
    private static final LocalDate BEFORE_ALL = LocalDate.of(2015, 1, 1);

    private static final List<String> PLACES = List.of("available", "pending", "held");
    private static final int MEMBERS = Dose.of(2, 10);

    @Inject
    SettableClock clock;

    @Inject
    RandomActivity history;

    /** Other tests let time pass and put the clock back: what they booked shall not lie ahead here. */
    @BeforeEach
    void setTheClockAfterAllBookings() {
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        List<Object> latest =
                Database.rows("select max(occurred_at) from posting").getFirst();
        if (latest.getFirst() instanceof Timestamp booked && booked.toInstant().isAfter(clock.instant())) {
            clock.forward(Duration.between(clock.instant(), booked.toInstant().plusSeconds(1)));
        }
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void P12_shouldEqualTheLedgerAtAnyPastOrFutureDate() {
        // Given
        for (int seed = 21; seed < 21 + MEMBERS; seed++) {
            history.begin("owed-" + Ids.next(), seed);
            history.perform(45);
        }
        history.awaitSwept();

        // When, Then: past dates equal the replay of what is booked.
        Random random = new Random(21);
        for (int i = 0; i < 25; i++) {
            LocalDate past = today().minusDays(1 + random.nextInt(600));
            assertThat(outstanding(report(past))).as(past::toString).isEqualTo(replay(past));
        }

        // And dates to come equal the replay of what is booked once they are there.
        Map<LocalDate, Map<String, Long>> plans = new TreeMap<>();
        for (int i = 0; i < 8; i++) {
            LocalDate later = today().plusDays(random.nextInt(500));
            plans.put(later, outstanding(report(later)));
        }
        plans.forEach((date, plan) -> {
            clock.forward(Duration.between(clock.instant(), end(date).plusSeconds(1)));
            history.awaitSwept();
            assertThat(plan).as(date::toString).isEqualTo(replay(date));
        });
    }

    @Test
    void P12_shouldValueOutstandingPointsByCohortWithItemsThatAddUp() {
        // Given
        history.begin("valued-" + Ids.next(), 31);
        history.perform(40);
        history.awaitSwept();

        // When
        JsonPath report = report(null);

        // Then: at the cost and breakage configured for tests.
        long outstanding = report.getLong("outstanding");
        assertThat(report.getLong("costPer1000Minor")).isEqualTo(735);
        assertThat(report.getLong("breakagePpm")).isEqualTo(125_000);
        assertThat(report.getLong("liabilityMinor"))
                .isEqualTo(Math.ceilDiv(outstanding * 735 * (1_000_000 - 125_000), 1_000_000_000L));
        assertThat(sum(report, "outstanding")).isEqualTo(outstanding);
        assertThat(sum(report, "liabilityMinor")).isEqualTo(report.getLong("liabilityMinor"));
        assertThat(cohorts(report)).isEqualTo(openLots());
    }

    @Test
    void P12_shouldReportExpiredPointsByMonthAndByCompletedCohort() {
        // Given
        for (int seed = 41; seed < 44; seed++) {
            history.begin("expired-" + Ids.next(), seed);
            history.perform(40);
        }
        clock.forward(Duration.ofDays(900));
        history.awaitSwept();

        // Then
        Map<String, Long> reported = new TreeMap<>();
        List<Map<String, Object>> months = as(Tokens.operator())
                .queryParams(Map.of(
                        "from",
                        BEFORE_ALL.toString(),
                        "until",
                        today().plusDays(1).toString()))
                .get("/api/points/v1/liability/expired")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
        months.forEach(month -> reported.put((String) month.get("month"), ((Number) month.get("points")).longValue()));
        assertThat(reported).isEqualTo(expiredByMonth());
        assertThat(reported.values()).anyMatch(points -> points > 0);

        // And the expired units of a cohort are the issued units less those spent and clawed back.
        JsonPath report = report(null);
        report.<Map<String, Object>>getList("observed.cohorts").forEach(cohort -> {
            List<Object> figures = expiredOfCohort((String) cohort.get("cohort"));
            assertThat(List.of(number(cohort, "issued"), number(cohort, "expired")))
                    .as(cohort::toString)
                    .isEqualTo(figures);
            assertThat(number(cohort, "breakagePpm"))
                    .isEqualTo(number(cohort, "expired") * 1_000_000 / number(cohort, "issued"));
        });
        assertThat(report.getList("observed.cohorts")).hasSizeGreaterThan(3);
        assertThat(report.getLong("observed.breakagePpm")).isGreaterThan(0);
    }

    @Test
    void P12_shouldValueCashAtParAndGrowthAtZero() {
        String subject = "assets-" + Ids.next();
        grant(subject, "CASH", 12_345);
        grant(subject, "GROWTH", 70);
        history.awaitSwept();

        as(Tokens.operator())
                .get("/api/points/v1/liability?asset=CASH")
                .then()
                .statusCode(200)
                .body("outstanding", equalTo(owned("CASH")))
                .body("liabilityMinor", equalTo(owned("CASH")))
                .body("currency", equalTo("CNY"));
        as(Tokens.operator())
                .get("/api/points/v1/liability?asset=GROWTH")
                .then()
                .body("outstanding", equalTo(owned("GROWTH")))
                .body("liabilityMinor", equalTo(0));
        as(Tokens.operator())
                .get("/api/points/v1/liability?asset=VOUCHER")
                .then()
                .body("at", notNullValue());
    }

    @Test
    void P12_shouldRefuseMalformedDays() {
        for (String query : List.of(
                "?at=2026-02-31",
                "?at=now",
                "?asset=GOLD",
                "/expired",
                "/expired?from=2026-01-01",
                "/expired?from=2026-01-01&until=2026-13-01")) {
            as(Tokens.operator())
                    .get("/api/points/v1/liability" + query)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-request"));
        }
    }

    private JsonPath report(LocalDate at) {
        return as(Tokens.operator())
                .queryParams(at == null ? Map.of() : Map.of("at", at.toString()))
                .get("/api/points/v1/liability")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Long> outstanding(JsonPath report) {
        Map<String, Long> outstanding = new LinkedHashMap<>();
        PLACES.forEach(place -> outstanding.put(place, report.getLong(place)));
        assertThat(report.getLong("outstanding"))
                .isEqualTo(
                        outstanding.values().stream().mapToLong(Long::longValue).sum());
        assertThat(sum(report, "outstanding")).isEqualTo(report.getLong("outstanding"));
        return outstanding;
    }

    /** What all postings until the end of {@code date} add up to. */
    private Map<String, Long> replay(LocalDate date) {
        Map<String, Long> replayed = new LinkedHashMap<>();
        for (String place : PLACES) {
            replayed.put(
                    place, number("""
                    select coalesce(sum(case ? when to_account then amount when from_account then -amount end), 0)::bigint
                    from posting where asset = 'POINTS' and occurred_at <= ?::timestamptz
                    """, place.toUpperCase(Locale.ROOT), end(date).toString()));
        }
        return replayed;
    }

    /** The lots as they are booked now, by months. */
    private Map<String, Long> openLots() {
        return byText("""
                select to_char(earned_at at time zone 'UTC', 'YYYY-MM') || ' ' ||
                       coalesce(to_char(greatest(expires_at, case when expires_at is not null then greatest(earned_at, available_at, returned_at) end)
                                        at time zone 'UTC', 'YYYY-MM'), 'never'),
                       sum(pending + remaining + held)::bigint
                from lot where asset = 'POINTS' group by 1 having sum(pending + remaining + held) > 0
                union all
                select 'overdraft', -sum(greatest(0, debits - credits))::bigint from account where asset = 'POINTS'
                having sum(greatest(0, debits - credits)) > 0
                """);
    }

    private static Map<String, Long> cohorts(JsonPath report) {
        Map<String, Long> cohorts = new TreeMap<>();
        report.<Map<String, Object>>getList("items").forEach(item -> {
            Object expiry = item.get("expiryMonth") == null ? "never" : item.get("expiryMonth");
            cohorts.put(
                    item.get("cohort") == null ? "overdraft" : item.get("cohort") + " " + expiry,
                    number(item, "outstanding"));
        });
        return cohorts;
    }

    private Map<String, Long> expiredByMonth() {
        return byText("""
                select to_char(occurred_at at time zone 'UTC', 'YYYY-MM'),
                       (coalesce(sum(amount) filter (where to_account = 'EXPIRED'), 0)
                        - coalesce(sum(amount) filter (where from_account = 'EXPIRED'), 0))::bigint
                from posting where asset = 'POINTS' and 'EXPIRED' in (from_account, to_account) group by 1
                """);
    }

    private List<Object> expiredOfCohort(String month) {
        return Database.rows("""
                select sum(amount)::bigint,
                       sum((select coalesce(sum(-free_change), 0) from lot_movement join posting using (member_id, asset, account_version)
                            where member_id = lot.member_id and asset = lot.asset and lot_id = lot.id
                              and kind in ('EXPIRED', 'REINSTATED')))::bigint
                from lot where asset = 'POINTS' and to_char(earned_at at time zone 'UTC', 'YYYY-MM') = ?
                """, month).getFirst();
    }

    private Map<String, Long> byText(String query) {
        Map<String, Long> figures = new TreeMap<>();
        Database.rows(query).forEach(row -> figures.put((String) row.getFirst(), (Long) row.getLast()));
        return figures;
    }

    private int owned(String asset) {
        return Math.toIntExact(
                number("select sum(credits - debits + pending + held)::bigint from account where asset = ?", asset));
    }

    private long number(String query, Object... values) {
        return (Long) Database.rows(query, values).getFirst().getFirst();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Instant end(LocalDate date) {
        return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000);
    }

    private static long sum(JsonPath report, String figure) {
        return report.<Map<String, Object>>getList("items").stream()
                .mapToLong(item -> number(item, figure))
                .sum();
    }

    private static long number(Map<String, Object> json, String name) {
        return ((Number) json.get(name)).longValue();
    }
}
