package dev.lodestone.recall.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.recall.Brand;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldOutTest {
    private static final UUID SPRING = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final UUID AUTUMN = UUID.fromString("01930000-0000-7000-8000-000000000002");
    private static final int MEMBERS = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 50, 90})
    void R14_shouldHoldOutTheConfiguredShare(int percent) {
        HoldOut split = new HoldOut(SPRING, percent);

        double share = 100.0 * heldOut(split) / MEMBERS;

        assertThat(share).isCloseTo(percent, within(1.5));
    }

    @Test
    void R14_shouldHoldOutAMemberWhoWasHeldOutBeforeWhenTheShareGrows() {
        HoldOut small = new HoldOut(SPRING, 10);
        HoldOut large = new HoldOut(SPRING, 20);

        assertThat(IntStream.range(0, 1000)
                        .filter(i -> small.armOf(Brand.member("m" + i)) == Arm.HOLD_OUT)
                        .allMatch(i -> large.armOf(Brand.member("m" + i)) == Arm.HOLD_OUT))
                .isTrue();
    }

    @Test
    void R14_shouldSplitEachCampaignIndependently() {
        HoldOut spring = new HoldOut(SPRING, 50);
        HoldOut autumn = new HoldOut(AUTUMN, 50);

        long same = IntStream.range(0, MEMBERS)
                .filter(i -> spring.armOf(Brand.member("m" + i)) == autumn.armOf(Brand.member("m" + i)))
                .count();

        assertThat(100.0 * same / MEMBERS).isCloseTo(50, within(1.5));
    }

    @Test
    void shouldRefuseAShareThatLeavesNoTreatedMembers() {
        assertThatThrownBy(() -> new HoldOut(SPRING, 91)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HoldOut(SPRING, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long heldOut(HoldOut split) {
        return IntStream.range(0, MEMBERS)
                .filter(i -> split.armOf(Brand.member("m" + i)) == Arm.HOLD_OUT)
                .count();
    }
}
