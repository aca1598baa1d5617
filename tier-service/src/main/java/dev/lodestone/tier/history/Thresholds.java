package dev.lodestone.tier.history;

import dev.lodestone.tier.history.Step.Measure;
import dev.lodestone.tier.tiersets.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A requirement with its criteria by their places, so that members are compared without looking up names. */
final class Thresholds {
    /** The place of a criterion that the requirement does not name. */
    private static final long NONE = Long.MIN_VALUE;

    private final boolean all;
    private final boolean empty;
    private final long[] atLeast;

    Thresholds(Requirement requirement, Map<String, Integer> places) {
        all = requirement.match() == Requirement.Match.ALL;
        empty = requirement.atLeast().isEmpty();
        atLeast = new long[places.size()];
        Arrays.fill(atLeast, NONE);
        requirement.atLeast().forEach((criterion, threshold) -> atLeast[place(places, criterion)] = threshold);
    }

    boolean areMet(long[] growth) {
        if (empty) {
            return true;
        }
        for (int place = 0; place < atLeast.length; place++) {
            if (atLeast[place] != NONE && growth[place] >= atLeast[place] != all) {
                return !all;
            }
        }
        return all;
    }

    /** How far {@code growth} of a criterion is above its threshold; 0 if it is not, or the requirement does not name it. */
    long surplus(int place, long growth) {
        return atLeast[place] == NONE ? 0 : Math.max(0, growth - atLeast[place]);
    }

    List<Measure> measures(long[] growth, List<String> criteria) {
        List<Measure> measures = new ArrayList<>();
        for (int place = 0; place < atLeast.length; place++) {
            if (atLeast[place] != NONE) {
                measures.add(new Measure(criteria.get(place), growth[place], atLeast[place]));
            }
        }
        return measures;
    }

    private static int place(Map<String, Integer> places, String criterion) {
        Integer place = places.get(criterion);
        if (place == null) {
            throw new IllegalArgumentException(criterion + " is no criterion of the tier set");
        }
        return place;
    }
}
