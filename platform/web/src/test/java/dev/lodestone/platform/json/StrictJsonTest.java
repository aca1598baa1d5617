package dev.lodestone.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private final ObjectMapper mapper = strict();

    record Amount(long points, @Nullable Integer count) {}

    record Flag(boolean agreed) {}

    record Text(
            @Nullable String text,
            @Nullable List<String> more,
            @Nullable Map<String, String> named) {}

    record Time(OffsetDateTime at) {}

    record Day(LocalDate at) {}

    @Test
    void shouldReadWholeNumbers() throws JsonProcessingException {
        assertThat(read("{\"points\": 9223372036854775807, \"count\": -3}", Amount.class))
                .isEqualTo(new Amount(Long.MAX_VALUE, -3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.5", "10.0", "1e2", "\"10\"", "\"\"", "true", "[10]", "{}", "9223372036854775808"})
    void shouldRefuseInThePlaceOfAWholeNumber(String value) {
        assertRefused("{\"points\": " + value + "}", Amount.class);
        assertRefused("{\"points\": 1, \"count\": " + value + "}", Amount.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "\"true\"", "\"\""})
    void shouldRefuseInThePlaceOfTrueOrFalse(String value) {
        assertRefused("{\"agreed\": " + value + "}", Flag.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noodles\\u0000", "\\uD83C", "\\uDF5C", "\\uDF5C\\uD83C"})
    void shouldRefuseATextThatNoDatabaseKeeps(String text) {
        assertRefused("{\"text\": \"" + text + "\"}", Text.class);
        assertRefused("{\"more\": [\"" + text + "\"]}", Text.class);
        assertRefused("{\"named\": {\"a\": \"" + text + "\"}}", Text.class);
    }

    @Test
    void shouldReadAnyOtherText() throws JsonProcessingException {
        assertThat(read("{\"text\": \"拉面 \\uD83C\\uDF5C \\n\\u0001\"}", Text.class))
                .isEqualTo(new Text("拉面 🍜 \n\u0001", null, null));
    }

    @Test
    void shouldCutATimeToWhatTheDatabaseKeeps() throws JsonProcessingException {
        OffsetDateTime at = read("{\"at\": \"2026-03-01T12:30:00.123456789+08:00\"}", Time.class)
                .at();

        assertThat(at.toInstant()).isEqualTo(Instant.parse("2026-03-01T04:30:00.123456Z"));
    }

    @Test
    void shouldRefuseAMemberThatIsThereTwice() {
        for (String json :
                List.of("{\"points\": 1, \"points\": 2}", "{\"points\": 1, \"more\": {\"a\": 1, \"a\": 2}}")) {
            assertThatThrownBy(() -> read(json, Amount.class)).as(json).hasStackTraceContaining("Duplicate field");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-03-01\"", "\"2026-03-01T12:30:00\"", "\"soon\"", "true"})
    void shouldRefuseInThePlaceOfATime(String value) {
        assertRefused("{\"at\": " + value + "}", Time.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-18:00",
                "0001-01-01T00:00:00+18:00",
                "0000-12-31T23:59:59Z"
            })
    void shouldRefuseATimeThatNoDatabaseKeeps(String time) {
        assertRefused("{\"at\": \"" + time + "\"}", Time.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "-4713-01-01", "+10000-01-01", "0000-12-31"})
    void shouldRefuseADayThatNoDatabaseKeeps(String day) {
        assertRefused("{\"at\": \"" + day + "\"}", Day.class);
    }

    @Test
    void shouldReadTheFirstAndTheLastTime() throws JsonProcessingException {
        for (String time : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z")) {
            assertThat(read("{\"at\": \"" + time + "\"}", Time.class).at().toInstant())
                    .isEqualTo(Instant.parse(time));
        }
        assertThat(read("{\"at\": \"1950-02-28\"}", Day.class).at()).isEqualTo(LocalDate.of(1950, 2, 28));
    }

    private <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return mapper.readValue(json, type);
    }

    private void assertRefused(String json, Class<?> type) {
        assertThatThrownBy(() -> read(json, type)).as(json).isInstanceOf(JsonMappingException.class);
    }

    private static ObjectMapper strict() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return mapper;
    }
}
