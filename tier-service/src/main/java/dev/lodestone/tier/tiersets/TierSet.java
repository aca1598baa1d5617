package dev.lodestone.tier.tiersets;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a tier set, as operators write it. {@link TierSetCheck} says what is wrong with one.
 *
 * @param zone in which periods begin and end
 * @param cycle the period in which growth is gathered or after which levels are assessed; null if neither
 * @param criteria the kinds of growth that its levels ask for
 * @param levels from the lowest, which asks for nothing, to the highest
 * @param keeping when a level is lost
 */
public record TierSet(
        ZoneId zone, @Nullable Cycle cycle, List<Criterion> criteria, List<TierLevel> levels, Keeping keeping) {
    public TierSet {
        criteria = List.copyOf(criteria);
        levels = List.copyOf(levels);
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
