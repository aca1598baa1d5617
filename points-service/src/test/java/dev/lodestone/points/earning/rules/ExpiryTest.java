package dev.lodestone.points.earning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExpiryTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "AFTER_DAYS,   30, 2026-05-31T17:00:00Z, 2026-06-30T17:00:00Z",
        "ACTIVITY,     30, 2026-05-31T17:00:00Z, 2026-06-30T17:00:00Z",
        // 17:00 in London is 1 June in Shanghai.
        "END_OF_MONTH,  0, 2026-05-31T17:00:00Z, 2026-06-30T16:00:00Z",
        "END_OF_MONTH,  0, 2026-05-31T15:59:59Z, 2026-05-31T16:00:00Z",
        "END_OF_MONTH, 12, 2026-02-10T00:00:00Z, 2027-02-28T16:00:00Z",
        "END_OF_QUARTER,0, 2026-05-31T15:00:00Z, 2026-06-30T16:00:00Z",
        "END_OF_QUARTER,2, 2026-05-31T15:00:00Z, 2026-12-31T16:00:00Z",
        "END_OF_YEAR,   1, 2026-05-31T15:00:00Z, 2027-12-31T16:00:00Z"
    })
    void P05_shouldComputeTheExpiryOfEachPolicy(Expiry.Policy policy, int count, Instant earnedAt, Instant expected) {
        assertThat(Expiry.of(policy, count, null).expiresAt(earnedAt, SHANGHAI)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Expiry.Policy.class)
    void P05_shouldExtendTheExpiryForActivityOnly(Expiry.Policy policy) {
        Integer expected = switch (policy) {
            case ACTIVITY -> 7;
            case AFTER_DAYS, END_OF_MONTH, END_OF_QUARTER, END_OF_YEAR, FIXED_DATE -> null;
        };
        boolean fixed = policy == Expiry.Policy.FIXED_DATE;
        Expiry expiry = Expiry.of(policy, fixed ? null : 7, fixed ? LocalDate.of(2027, 1, 1) : null);

        assertThat(expiry.extendsDays()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"policy\":\"AFTER_DAYS\",\"count\":30,\"date\":null}",
                "{\"policy\":\"ACTIVITY\",\"count\":30,\"date\":null}",
                "{\"policy\":\"END_OF_MONTH\",\"count\":0,\"date\":null}",
                "{\"policy\":\"END_OF_QUARTER\",\"count\":2,\"date\":null}",
                "{\"policy\":\"END_OF_YEAR\",\"count\":1,\"date\":null}",
                "{\"policy\":\"FIXED_DATE\",\"count\":null,\"date\":\"2027-01-01\"}"
            })
    void P05_shouldReadAndWriteTheSameJson(String json) throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(JSON.readValue(json, Expiry.class))).isEqualTo(json);
    }

    @Test
    void P05_shouldReadAnExpiryThatLeavesOutWhatItsPolicyDoesNotNeed() throws JsonProcessingException {
        assertThat(JSON.readValue("{\"policy\":\"AFTER_DAYS\",\"count\":365}", Expiry.class))
                .isEqualTo(new Expiry.AfterDays(365));
    }
}
