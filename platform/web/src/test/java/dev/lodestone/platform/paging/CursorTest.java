package dev.lodestone.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final UUID ID = UUID.fromString("0192f0c1-2f4a-7c11-8f00-000000000001");

    @ParameterizedTest
    @ValueSource(strings = {"", "noodles", "拉面", "a/b?c=d&e", "🍜"})
    void shouldLeadBackToItsKey(String key) {
        assertThat(Cursor.key(Cursor.of(key), "other")).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 42, Long.MAX_VALUE})
    void shouldLeadBackToItsNumber(long number) {
        assertThat(Cursor.number(Cursor.of(number), 7)).isEqualTo(number);
    }

    @Test
    void shouldLeadBackToItsId() {
        assertThat(Cursor.id(Cursor.of(ID))).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noodles?", "拉面 & tea"})
    void shouldNeedNoEscapingInAQuery(String key) {
        assertThat(Cursor.of(key)).matches("[A-Za-z0-9_-]*");
    }

    @Test
    void shouldStartAtTheFirstItemWithoutACursor() {
        assertThat(Cursor.number(null, 42)).isEqualTo(42);
        assertThat(Cursor.key(null, "")).isEmpty();
        assertThat(Cursor.id(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "bm9vZGxlcw", "12", "", "OTIyMzM3MjAzNjg1NDc3NTgwOA", "拉面"})
    void shouldRefuseWhatIsNoCursorOfNumbers(String invalid) {
        assertInvalid(() -> Cursor.number(invalid, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "bm9vZGxlcw", "MS0yLTMtNC01", "0192f0c1-2f4a-7c11-8f00-000000000001"})
    void shouldRefuseWhatIsNoCursorOfIds(String invalid) {
        assertInvalid(() -> Cursor.id(invalid));
    }

    @Test
    void shouldRefuseAKeyThatNoDatabaseCanKeep() {
        assertInvalid(() -> Cursor.key(Cursor.of("noodles\0"), ""));
    }

    private static void assertInvalid(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(PlatformProblems.INVALID_REQUEST))
                .hasMessageStartingWith("after must be the value of next");
    }
}
