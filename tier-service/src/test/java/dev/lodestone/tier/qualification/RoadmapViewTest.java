package dev.lodestone.tier.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lodestone.events.MemberId;
import dev.lodestone.tier.ladder.Ladder;
import dev.lodestone.tier.ladder.Level;
import dev.lodestone.tier.qualification.RoadmapView.Milestone;
import dev.lodestone.tier.qualification.RoadmapView.Step;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RoadmapViewTest {
    private static final Ladder LADDER = new Ladder(
            List.of(new Level("BASIC", "普通", 0), new Level("ADVANCED", "高级", 1000), new Level("PREMIUM", "尊享", 5000)));

    @Test
    void shouldShowWhatIsLeftToEachLevel() {
        RoadmapView roadmap = RoadmapView.of(standing("ADVANCED", 1200, 50), LADDER);

        assertEquals(new Step("PREMIUM", 5000, 3750), roadmap.next());
        assertEquals(
                List.of(
                        new Milestone("BASIC", "普通", 0, 0, true),
                        new Milestone("ADVANCED", "高级", 1000, 0, true),
                        new Milestone("PREMIUM", "尊享", 5000, 3750, false)),
                roadmap.levels());
    }

    @Test
    void shouldShowNoNextLevelAtTheTop() {
        assertNull(RoadmapView.of(standing("PREMIUM", 5000, 0), LADDER).next());
    }

    @Property
    void shouldReachTheNextLevelByExactlyWhatIsLeft(@ForAll @LongRange(min = 0, max = 4999) long growth) {
        Standing standing = standing(LADDER.at(growth).code(), growth, 0);
        Step next = Objects.requireNonNull(RoadmapView.of(standing, LADDER).next());

        assertEquals(next.level(), LADDER.at(growth + next.remaining()).code());
        assertEquals(LADDER.at(growth), LADDER.at(growth + next.remaining() - 1));
    }

    private static Standing standing(String level, long purchaseGrowth, long activityGrowth) {
        return new Standing(MemberId.of("crm:1"), level, purchaseGrowth, activityGrowth, 1);
    }
}
