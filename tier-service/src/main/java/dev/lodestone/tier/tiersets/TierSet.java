package dev.lodestone.tier.tiersets;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a tier set, as operators write it. {@link TierSetCheck} says what is wrong with one.
 *
 * {@snippet lang=json :
 * {
 *   "zone": "Asia/Shanghai", "cycle": null,
 *   "criteria": [{"code": "growth", "sources": [{"kind": "SPEND", "growth": 1, "leastMinor": 0}], "window": "ROLLING", "length": "P12M"}],
 *   "levels": [
 *     {"code": "BASIC", "name": {"zh": "普通", "en": "Basic"}, "entry": {"match": "ALL", "atLeast": {}}},
 *     {"code": "GOLD", "name": {"zh": "金卡", "en": "Gold"}, "entry": {"match": "ALL", "atLeast": {"growth": 5000}},
 *       "keep": {"match": "ALL", "atLeast": {"growth": 4000}}, "lifetime": false}],
 *   "keeping": {"assessed": "AT_ONCE", "target": "EARNED", "grace": "P1M"}
 * }
 * }
 *
 * @param zone in which periods begin and end
 * @param cycle the period in which growth is gathered or after which levels are assessed; null if neither
 * @param criteria the kinds of growth that its levels ask for
 * @param levels from the lowest, which asks for nothing, to the highest
 * @param keeping when a level is lost
 */
@RegisterForReflection
public record TierSet(
        @NotNull ZoneId zone,

        @Valid @Nullable Cycle cycle,
        @NotNull @Size(max = CRITERIA_MAX) List<@Valid Criterion> criteria,
        @NotNull @Size(max = LEVELS_MAX) List<@Valid TierLevel> levels,
        @NotNull @Valid Keeping keeping) {
    private static final int CRITERIA_MAX = 20;
    private static final int LEVELS_MAX = 50;

    public TierSet {
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
        levels = levels == null ? List.of() : List.copyOf(levels);
    }

    /** The place of the level with this code, 0 for the lowest; -1 if there is none. */
    public int indexOf(String level) {
        for (int index = 0; index < levels.size(); index++) {
            if (levels.get(index).code().equals(level)) {
                return index;
            }
        }
        return -1;
    }
}
