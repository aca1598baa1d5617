package dev.lodestone.points.periods;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarPeriodTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        // 16:00 in London is midnight in Shanghai.
        "DAY,      2026-03-31T15:59:59Z, D2026-03-31",
        "DAY,      2026-03-31T16:00:00Z, D2026-04-01",
        // The last instant of a Sunday and the first of the Monday after it.
        "WEEK,     2026-03-29T15:59:59Z, W2026-03-23",
        "WEEK,     2026-03-29T16:00:00Z, W2026-03-30",
        "MONTH,    2026-03-31T15:59:59Z, M2026-03",
        "MONTH,    2026-03-31T16:00:00Z, M2026-04",
        "YEAR,     2026-12-31T16:00:00Z, Y2027",
        "LIFETIME, 2026-12-31T16:00:00Z, ALL"
    })
    void shouldGiveAllInstantsOfALocalPeriodOneKey(CalendarPeriod period, Instant instant, String key) {
        assertThat(period.key(instant, SHANGHAI)).isEqualTo(key);
    }
}
