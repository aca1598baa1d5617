package dev.lodestone.tier.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
    private static final Level BASIC = new Level("BASIC", "普通", 0);
    private static final Level ADVANCED = new Level("ADVANCED", "高级", 1000);
    private static final Level PREMIUM = new Level("PREMIUM", "尊享", 5000);

    private final Ladder ladder = new Ladder(List.of(BASIC, ADVANCED, PREMIUM));

    @ParameterizedTest
    @CsvSource({
        "0, BASIC",
        "999, BASIC",
        "1000, ADVANCED",
        "4999, ADVANCED",
        "5000, PREMIUM",
        "9223372036854775807, PREMIUM"
    })
    void shouldReachTheHighestLevelWhoseThresholdIsNotAboveTheGrowth(long growth, String code) {
        assertEquals(code, ladder.at(growth).code());
    }

    @Test
    void shouldTellUpFromDown() {
        assertTrue(ladder.upgrade("BASIC", "PREMIUM"));
        assertFalse(ladder.upgrade("PREMIUM", "ADVANCED"));
        assertTrue(ladder.upgrade("A_LEVEL_OF_LAST_YEAR", "BASIC"));
    }

    @Test
    void shouldRefuseThresholdsThatDoNotStrictlyIncrease() {
        List<Level> equal = List.of(BASIC, ADVANCED, new Level("PREMIUM", "尊享", 1000));
        List<Level> falling = List.of(BASIC, PREMIUM, ADVANCED);

        assertThrows(IllegalArgumentException.class, () -> new Ladder(equal));
        assertThrows(IllegalArgumentException.class, () -> new Ladder(falling));
    }

    @Test
    void shouldRefuseALadderThatDoesNotBeginAtZero() {
        List<Level> hanging = List.of(ADVANCED, PREMIUM);

        assertThrows(IllegalArgumentException.class, () -> new Ladder(hanging));
        assertThrows(IllegalArgumentException.class, () -> new Ladder(List.of()));
    }

    @Test
    void shouldRefuseACodeThatStandsTwice() {
        List<Level> twice = List.of(BASIC, ADVANCED, new Level("ADVANCED", "更高", 2000));

        assertThrows(IllegalArgumentException.class, () -> new Ladder(twice));
    }
}
