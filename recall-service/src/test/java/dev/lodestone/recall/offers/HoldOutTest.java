package dev.lodestone.recall.offers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

        assertEquals(percent, share, 1.5);
    }

    @Test
    void R14_shouldHoldOutAMemberWhoWasHeldOutBeforeWhenTheShareGrows() {
        HoldOut small = new HoldOut(SPRING, 10);
        HoldOut large = new HoldOut(SPRING, 20);

        assertTrue(IntStream.range(0, 1000)
                .filter(i -> small.armOf(Brand.member("m" + i)) == Arm.HOLD_OUT)
                .allMatch(i -> large.armOf(Brand.member("m" + i)) == Arm.HOLD_OUT));
    }

    @Test
    void R14_shouldSplitEachCampaignIndependently() {
        HoldOut spring = new HoldOut(SPRING, 50);
        HoldOut autumn = new HoldOut(AUTUMN, 50);

        long same = IntStream.range(0, MEMBERS)
                .filter(i -> spring.armOf(Brand.member("m" + i)) == autumn.armOf(Brand.member("m" + i)))
                .count();

        assertEquals(50, 100.0 * same / MEMBERS, 1.5);
    }

    @Test
    void shouldRefuseAShareThatLeavesNoTreatedMembers() {
        assertThrows(IllegalArgumentException.class, () -> new HoldOut(SPRING, 91));
        assertThrows(IllegalArgumentException.class, () -> new HoldOut(SPRING, -1));
    }

    private static long heldOut(HoldOut split) {
        return IntStream.range(0, MEMBERS)
                .filter(i -> split.armOf(Brand.member("m" + i)) == Arm.HOLD_OUT)
                .count();
    }
}
