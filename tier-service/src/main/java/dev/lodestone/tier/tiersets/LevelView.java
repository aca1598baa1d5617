package dev.lodestone.tier.tiersets;

import dev.lodestone.platform.texts.LocalText;
import java.util.List;
import java.util.Map;

/**
 * One level of the tier set in force.
 *
 * {@snippet lang=json :
 * {
 *   "code": "ADVANCED", "name": "高级", "names": {"zh": "高级", "en": "Advanced"}, "threshold": 1000, "entry": {"growth": 1000},
 *   "keep": {"growth": 1000}, "matchAll": true
 * }
 * }
 *
 * @param code stable name, such as {@code ADVANCED}
 * @param name shown to members, in Chinese
 * @param names shown to members, in each language
 * @param threshold the growth of the first criterion that reaches this level, in whole units; 0 if it asks for none
 * @param entry what brings a member to the level, by criterion
 * @param keep what keeps a member on it, by criterion
 * @param matchAll whether all of it is needed or one criterion is enough
 */
public record LevelView(
        String code,
        String name,
        LocalText names,
        long threshold,
        Map<String, Long> entry,
        Map<String, Long> keep,
        boolean matchAll) {
    /** The levels of {@code set}, the lowest first. */
    public static List<LevelView> of(TierSet set) {
        return set.levels().stream().map(level -> of(set, level)).toList();
    }

    private static LevelView of(TierSet set, TierLevel level) {
        return new LevelView(
                level.code(),
                level.name().zh(),
                level.name(),
                level.entry().atLeast().getOrDefault(set.criteria().getFirst().code(), 0L),
                level.entry().atLeast(),
                level.keep().atLeast(),
                level.entry().match() == Requirement.Match.ALL);
    }
}
