package dev.lodestone.tier.history;

import dev.lodestone.tier.history.Step.Measure;
import dev.lodestone.tier.tiersets.VersionInForce;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way ahead of one member: what is missing for each higher level, if nothing else happens.
 *
 * @param level code of the earned level
 * @param growth by criterion, as it counts for reaching a level
 * @param targets the levels above it, the lowest first
 */
public record Roadmap(String level, Map<String, Long> growth, List<Target> targets) {
    /**
     * A level that is not reached yet.
     *
     * @param any true if it is enough to meet one of the measures
     * @param measures growth and threshold of each criterion that the level asks for
     */
    public record Target(String level, boolean any, List<Measure> measures) {}

    /** The next level; null on the highest. */
    public @Nullable Target next() {
        return targets.isEmpty() ? null : targets.getFirst();
    }

    /** The measures of a level above the earned one; empty for any other. */
    public List<Measure> measures(String code) {
        return targets.stream()
                .filter(target -> target.level().equals(code))
                .findFirst()
                .map(Target::measures)
                .orElse(List.of());
    }

    /** What is missing at {@code now}. The parameters are as in {@link LevelHistory#of}. */
    public static Roadmap of(List<VersionInForce> versions, Instant enrolledAt, List<Growth> growth, Instant now) {
        EarnedLevels levels = new EarnedLevels(versions, enrolledAt, growth);
        levels.until(now);
        return levels.roadmap();
    }
}
