package dev.lodestone.tier.qualification;

import static org.assertj.core.api.Assertions.assertThat;

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
    void shouldShowTheRemainingGrowthForEachLevel() {
        RoadmapView roadmap = RoadmapView.of(tier("ADVANCED", 1200, 50), LADDER);

        assertThat(roadmap.next()).isEqualTo(new Step("PREMIUM", 5000, 3750));
        assertThat(roadmap.levels())
                .isEqualTo(List.of(
                        new Milestone("BASIC", "普通", 0, 0, true),
                        new Milestone("ADVANCED", "高级", 1000, 0, true),
                        new Milestone("PREMIUM", "尊享", 5000, 3750, false)));
    }

    @Test
    void shouldShowNoNextLevelAtTheHighestLevel() {
        assertThat(RoadmapView.of(tier("PREMIUM", 5000, 0), LADDER).next()).isNull();
    }

    @Property
    void shouldReachTheNextLevelWithExactlyTheRemainingGrowth(@ForAll @LongRange(min = 0, max = 4999) long growth) {
        MemberTier tier = tier(LADDER.levelAt(growth).code(), growth, 0);
        Step next = Objects.requireNonNull(RoadmapView.of(tier, LADDER).next());

        assertThat(LADDER.levelAt(growth + next.remaining()).code()).isEqualTo(next.level());
        assertThat(LADDER.levelAt(growth + next.remaining() - 1)).isEqualTo(LADDER.levelAt(growth));
    }

    private static MemberTier tier(String level, long purchaseGrowth, long activityGrowth) {
        return new MemberTier(MemberId.of("crm:1"), level, purchaseGrowth, activityGrowth, 1);
    }
}
