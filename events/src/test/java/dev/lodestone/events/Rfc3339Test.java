package dev.lodestone.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:30:00Z, 2026-03-01T12:30:00Z",
        "2026-03-01T12:30:00+08:00, 2026-03-01T04:30:00Z",
        "2026-03-01T12:30:00-05:30, 2026-03-01T18:00:00Z",
        "2026-03-01T12:30:00.5Z, 2026-03-01T12:30:00.500Z",
        "2026-03-01T12:30:00.123456Z, 2026-03-01T12:30:00.123456Z",
    })
    void shouldReadATime(String text, Instant expected) {
        assertThat(Rfc3339.time(text)).isEqualTo(expected);
    }

    @Test
    void shouldCutATimeToTheMicrosecond() {
        assertThat(Rfc3339.time("2026-03-01T12:30:00.123456789Z"))
                .isEqualTo(Instant.parse("2026-03-01T12:30:00.123456Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-01",
                "2026-03-01T12:30Z",
                "2026-03-01T12:30:00",
                "2026-03-01 12:30:00Z",
                "2026-03-01T12:30:00.Z",
                "2026-03-01T12:30:00.1234567890Z",
                "2026-03-01T12:30:00+0800",
                "2026-02-30T12:30:00Z",
                "2026-03-01T25:30:00Z",
                "2026-03-01T12:30:00+19:00",
                "+12026-03-01T12:30:00Z",
                "20260301T123000Z",
                "1772368200",
                "２026-03-01T12:30:00Z",
            })
    void shouldRefuseWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Rfc3339.time(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "0000-12-31T23:00:00-01:00", "9999-12-31T23:59:59.999999Z"})
    void shouldReadATimeOfTheFirstAndTheLastYear(String text) {
        Instant time = Rfc3339.time(text);

        assertThat(Rfc3339.time(time.toString())).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00+18:00",
                "0000-12-31T23:59:59Z",
                "0001-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01"
            })
    void shouldRefuseATimeThatCouldNotBeWrittenAgain(String text) {
        assertThatThrownBy(() -> Rfc3339.time(text)).isInstanceOf(Rfc3339.YearOutOfRangeException.class);
        assertThatThrownBy(() -> Rfc3339.date("0000-12-31")).isInstanceOf(Rfc3339.YearOutOfRangeException.class);
    }

    @Test
    void shouldReadADate() {
        assertThat(Rfc3339.date("2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-29", "2026-3-1", "20260301", "+12026-03-01", "2026-03-01T00:00:00Z"})
    void shouldRefuseWhatIsNoDate(String text) {
        assertThatThrownBy(() -> Rfc3339.date(text)).isInstanceOf(DateTimeException.class);
    }
}
