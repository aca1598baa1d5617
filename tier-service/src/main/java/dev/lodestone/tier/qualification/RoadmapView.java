package dev.lodestone.tier.qualification;

import dev.lodestone.tier.ladder.Ladder;
import dev.lodestone.tier.ladder.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left to reach each level.
 *
 * @param level code of the level the member stands on
 * @param growth the member's, whole units
 * @param next the nearest level above, null on the highest
 * @param levels every level from the lowest
 */
public record RoadmapView(
        String level, long growth, @Nullable Step next, List<Milestone> levels) {

    /**
     * The way to a level above.
     *
     * @param remaining growth that, once gained, reaches {@code threshold}
     */
    public record Step(String level, long threshold, long remaining) {}

    /**
     * A level beside the member's growth.
     *
     * @param remaining as of {@link Step}; 0 if the growth suffices
     */
    public record Milestone(String level, String name, long threshold, long remaining, boolean reached) {}

    static RoadmapView of(Standing standing, Ladder ladder) {
        long growth = standing.growth();
        Step next = ladder.levels().stream()
                .filter(level -> level.threshold() > growth)
                .findFirst()
                .map(level -> new Step(level.code(), level.threshold(), remaining(level, growth)))
                .orElse(null);
        List<Milestone> levels = ladder.levels().stream()
                .map(level -> new Milestone(
                        level.code(),
                        level.name(),
                        level.threshold(),
                        remaining(level, growth),
                        level.threshold() <= growth))
                .toList();
        return new RoadmapView(standing.level(), growth, next, levels);
    }

    private static long remaining(Level level, long growth) {
        return Math.max(0, level.threshold() - growth);
    }
}
