package dev.lodestone.platform.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DayTextTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void case27_shouldNameTheLocalDay() {
        assertThat(DayText.of(Instant.parse("2026-10-30T20:00:00Z"), SHANGHAI))
                .isEqualTo(new LocalText("2026年10月31日", "31 October 2026"));
    }

    @Test
    void case27_shouldNotCountTheDayThatBeginsAtTheEnd() {
        assertThat(DayText.lastBefore(Instant.parse("2026-10-31T16:00:00Z"), SHANGHAI))
                .isEqualTo(new LocalText("2026年10月31日", "31 October 2026"));
        assertThat(DayText.lastBefore(Instant.parse("2026-10-31T16:00:01Z"), SHANGHAI)
                        .zh())
                .isEqualTo("2026年11月1日");
    }
}
