package dev.lodestone.tier.qualification;

import dev.lodestone.tier.ladder.Ladder;
import dev.lodestone.tier.ladder.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The growth that a member still needs for each level. Growth and thresholds are in whole units.
 *
 * {@snippet lang=json :
 * {
 *   "level": "ADVANCED", "growth": 1200, "next": {"level": "PREMIUM", "threshold": 5000, "remaining": 3800},
 *   "levels": [{"level": "BASIC", "name": "Basic", "threshold": 0, "remaining": 0, "reached": true},
 *     {"level": "ADVANCED", "name": "Advanced", "threshold": 1000, "remaining": 0, "reached": true},
 *     {"level": "PREMIUM", "name": "Premium", "threshold": 5000, "remaining": 3800, "reached": false}]
 * }
 * }
 *
 * @param level code of the member's level
 * @param growth the member's growth
 * @param next the next higher level; null if the growth reaches the highest level
 * @param levels all levels, the lowest first
 */
public record RoadmapView(
        String level, long growth, @Nullable Step next, List<Milestone> levels) {

    /**
     * The next higher level.
     *
     * @param level code of the level
     * @param remaining the growth still needed to reach {@code threshold}
     */
    public record Step(String level, long threshold, long remaining) {}

    /**
     * A level of the ladder and the member's distance to it.
     *
     * @param level code of the level
     * @param name name of the level as shown to members
     * @param remaining the growth still needed to reach {@code threshold}; 0 if it is reached
     * @param reached true if the growth is at least {@code threshold}
     */
    public record Milestone(String level, String name, long threshold, long remaining, boolean reached) {}

    static RoadmapView of(MemberTier tier, Ladder ladder) {
        long growth = tier.growth();
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
        return new RoadmapView(tier.level(), growth, next, levels);
    }

    private static long remaining(Level level, long growth) {
        return Math.max(0, level.threshold() - growth);
    }
}
