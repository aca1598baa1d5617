package dev.lodestone.tier.levels;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.history.LevelHistory;
import dev.lodestone.tier.history.MeasureView;
import dev.lodestone.tier.history.Roadmap;
import dev.lodestone.tier.history.Step;
import dev.lodestone.tier.tiersets.LevelView;
import dev.lodestone.tier.tiersets.Requirement;
import dev.lodestone.tier.tiersets.TierSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way ahead of a member if nothing else happens: what is missing for each level, and when the level is at risk. Growth and thresholds are in
 * whole units; {@code threshold} and {@code remaining} are of the first criterion.
 *
 * {@snippet lang=json :
 * {
 *   "level": "ADVANCED", "growth": 1200, "growthByCriterion": {"growth": 1200},
 *   "next": {"level": "PREMIUM", "threshold": 5000, "remaining": 3800, "any": false,
 *     "measures": [{"criterion": "growth", "growth": 1200, "threshold": 5000, "missing": 3800}]},
 *   "levels": [
 *     {"level": "BASIC", "name": "普通", "names": {"zh": "普通", "en": "Basic"}, "threshold": 0, "remaining": 0, "reached": true},
 *     {"level": "ADVANCED", "name": "高级", "names": {"zh": "高级", "en": "Advanced"}, "threshold": 1000, "remaining": 0, "reached": true},
 *     {"level": "PREMIUM", "name": "尊享", "names": {"zh": "尊享", "en": "Premium"}, "threshold": 5000, "remaining": 3800, "reached": false}],
 *   "risk": {"at": "2027-01-01T00:00:00Z", "lostAt": "2027-04-01T00:00:00Z", "to": "BASIC", "any": false,
 *     "measures": [{"criterion": "growth", "growth": 400, "threshold": 1000, "missing": 600}]}
 * }
 * }
 *
 * @param level code of the level in force
 * @param growth the member's growth of the first criterion
 * @param growthByCriterion the growth that counts for reaching a level
 * @param next the level above the earned one; null on the highest
 * @param levels all levels, the lowest first
 * @param risk when growth no longer keeps the earned level; null if that is not foreseen
 */
public record RoadmapView(
        String level,
        long growth,
        Map<String, Long> growthByCriterion,
        @Nullable Next next,
        List<Milestone> levels,
        @Nullable Risk risk) {

    /**
     * The next higher level.
     *
     * @param level code of the level
     * @param remaining the growth still needed to reach {@code threshold}
     * @param measures growth and threshold of each criterion that it asks for
     * @param any true if it is enough to meet one of them
     */
    public record Next(String level, long threshold, long remaining, List<MeasureView> measures, boolean any) {}

    /**
     * A level and the member's distance to it.
     *
     * @param level code of the level
     * @param name name of the level as shown to members, in Chinese; {@code names} in each language
     * @param remaining the growth still needed to reach {@code threshold}; 0 if the level is reached
     * @param reached true if the member has earned it or a higher one
     */
    public record Milestone(
            String level, String name, LocalText names, long threshold, long remaining, boolean reached) {}

    /**
     * A loss that is foreseen.
     *
     * @param at until when growth must have come
     * @param lostAt when the level is lost if it has not; later than {@code at} by the grace
     * @param to code of the level that is left then
     * @param measures growth and threshold of each criterion that keeps the level, as they will be
     * @param any true if it is enough to meet one of them
     */
    public record Risk(Instant at, Instant lostAt, String to, List<MeasureView> measures, boolean any) {}

    static RoadmapView of(String level, TierSet set, Roadmap roadmap, LevelHistory history, Instant now) {
        List<LevelView> levels = LevelView.of(set);
        long growth = Math.max(0, roadmap.growth().values().iterator().next());
        int earned = set.indexOf(roadmap.level());
        Roadmap.Target target = roadmap.next();
        return new RoadmapView(
                level,
                growth,
                roadmap.growth(),
                target == null ? null : next(target, levels.get(earned + 1), growth),
                levels.stream()
                        .map(one -> milestone(one, growth, set.indexOf(one.code()) <= earned))
                        .toList(),
                risk(set, history, now));
    }

    private static Next next(Roadmap.Target target, LevelView level, long growth) {
        return new Next(
                target.level(),
                level.threshold(),
                Math.max(0, level.threshold() - growth),
                MeasureView.of(target.measures()),
                target.any());
    }

    private static Milestone milestone(LevelView level, long growth, boolean reached) {
        long remaining = reached ? 0 : Math.max(0, level.threshold() - growth);
        return new Milestone(level.code(), level.name(), level.names(), level.threshold(), remaining, reached);
    }

    private static @Nullable Risk risk(TierSet set, LevelHistory history, Instant now) {
        Step risk = history.nextRisk(now);
        if (risk == null) {
            return null;
        }
        int index = set.indexOf(risk.from());
        boolean any = index >= 0 && set.levels().get(index).keep().match() == Requirement.Match.ANY;
        return history.steps().stream()
                .filter(step -> !step.at().isBefore(risk.at()))
                .filter(step -> step.reason() == Step.Reason.LOST)
                .findFirst()
                .map(lost -> new Risk(risk.at(), lost.at(), lost.to(), MeasureView.of(risk.measures()), any))
                .orElse(null);
    }
}
