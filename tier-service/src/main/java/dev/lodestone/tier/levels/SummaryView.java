package dev.lodestone.tier.levels;

import dev.lodestone.tier.tiersets.TierLevel;
import dev.lodestone.tier.tiersets.TierSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The number of members.
 *
 * {@snippet lang=json :
 * {"members": 1200, "byLevel": {"BASIC": 900, "ADVANCED": 250, "PREMIUM": 50}}
 * }
 *
 * @param members all members
 * @param byLevel members by level code, the lowest level first; levels without members are 0
 */
public record SummaryView(long members, Map<String, Long> byLevel) {
    static SummaryView of(Map<String, Long> population, TierSet set) {
        Map<String, Long> byLevel = new LinkedHashMap<>();
        for (TierLevel level : set.levels()) {
            byLevel.put(level.code(), population.getOrDefault(level.code(), 0L));
        }
        long members = population.values().stream().mapToLong(Long::longValue).sum();
        return new SummaryView(members, byLevel);
    }
}
