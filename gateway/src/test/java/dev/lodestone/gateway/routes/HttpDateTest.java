package dev.lodestone.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpDateTest {
    @Test
    void shouldWriteTheDayWithTwoDigits() {
        assertThat(HttpDate.of(Instant.parse("2026-03-05T01:02:03.999999Z")))
                .isEqualTo("Thu, 05 Mar 2026 01:02:03 GMT");
    }
}
