package dev.lodestone.tier.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(ladder.levelAt(growth).code()).isEqualTo(code);
    }

    @Test
    void shouldTellAnUpgradeFromADowngrade() {
        assertThat(ladder.isUpgrade("BASIC", "PREMIUM")).isTrue();
        assertThat(ladder.isUpgrade("PREMIUM", "ADVANCED")).isFalse();
        assertThat(ladder.isUpgrade("A_LEVEL_OF_LAST_YEAR", "BASIC")).isTrue();
    }

    @Test
    void shouldRefuseThresholdsThatDoNotStrictlyIncrease() {
        List<Level> equal = List.of(BASIC, ADVANCED, new Level("PREMIUM", "尊享", 1000));
        List<Level> decreasing = List.of(BASIC, PREMIUM, ADVANCED);

        assertThatThrownBy(() -> new Ladder(equal)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ladder(decreasing)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseALadderThatDoesNotStartAtZero() {
        List<Level> withoutZero = List.of(ADVANCED, PREMIUM);

        assertThatThrownBy(() -> new Ladder(withoutZero)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ladder(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseACodeThatTwoLevelsHave() {
        List<Level> duplicate = List.of(BASIC, ADVANCED, new Level("ADVANCED", "更高", 2000));

        assertThatThrownBy(() -> new Ladder(duplicate)).isInstanceOf(IllegalArgumentException.class);
    }
}
