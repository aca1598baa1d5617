package dev.lodestone.points.ledger.liability;

import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other tests book while these run: sums are compared with the book, and differences are at least what was booked here. */
@QuarkusTest
class LiabilityDayComponentTest {
    @Inject
    SettableClock clock;

    @Inject
    LiabilityDayService days;

    @AfterEach
    void resetTheClock() {
        clock.reset();
        Database.update("delete from liability_day where day > current_date");
    }

    @Test
    void P12_shouldKeepWhatTheLedgerCameToOnEachDay() {
        // Given: figures of today, which are taken again later that day
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        keepToday();
        long before = issued(day(today, today));
        grant("day-" + Ids.next(), "POINTS", 70);
        keepToday();

        // When: it is tomorrow
        clock.forward(Duration.ofDays(1));
        grant("day-" + Ids.next(), "POINTS", 30);

        // Then
        Map<String, Object> first = day(today, today.plusDays(1));
        Map<String, Object> second = day(today.plusDays(1), today.plusDays(1));
        assertThat(issued(first)).isGreaterThanOrEqualTo(before + 70);
        assertThat(issued(second)).isGreaterThanOrEqualTo(issued(first) + 30);
        assertThat(second.get("takenAt").toString())
                .startsWith(today.plusDays(1).toString());
    }

    @Test
    void P12_shouldCountWhatMembersOwnAndWhatItCosts() {
        grant("day-" + Ids.next(), "POINTS", 100);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);

        Map<String, Object> day = day(today, today);

        long owned = (Long) Database.rows(
                        "select sum(credits - debits + pending + held)::bigint from account where asset = 'POINTS'")
                .getFirst()
                .getFirst();
        assertThat(number(day, "outstanding")).isEqualTo(owned);
        BigDecimal cost = BigDecimal.valueOf(number(day, "costPer1000Minor")).movePointLeft(3);
        BigDecimal kept = BigDecimal.ONE.subtract(
                BigDecimal.valueOf(number(day, "breakagePpm")).movePointLeft(6));
        assertThat(number(day, "liabilityMinor"))
                .isEqualTo(BigDecimal.valueOf(owned)
                        .multiply(cost)
                        .multiply(kept)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact());
    }

    @Test
    void P12_shouldRefuseMoreDaysThanItAnswers() {
        String detail = as(Tokens.operator())
                .queryParams(Map.of("from", "2020-01-01", "until", "2021-02-05"))
                .get("/api/points/v1/liability/days")
                .then()
                .statusCode(400)
                .extract()
                .path("detail");
        assertThat(detail).contains("400 days");
    }

    private void keepToday() {
        days.keepToday().await().atMost(Duration.ofSeconds(10));
    }

    private static Map<String, Object> day(LocalDate wanted, LocalDate today) {
        List<Map<String, Object>> found = as(Tokens.operator())
                .queryParams(Map.of(
                        "from", wanted.toString(), "until", today.plusDays(1).toString()))
                .get("/api/points/v1/liability/days")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
        assertThat(found)
                .extracting(day -> day.get("day"))
                .doesNotHaveDuplicates()
                .isSorted();
        return found.getFirst();
    }

    private static long issued(Map<String, Object> day) {
        return number(day, "issued");
    }

    private static long number(Map<String, Object> json, String name) {
        return ((Number) json.get(name)).longValue();
    }
}
