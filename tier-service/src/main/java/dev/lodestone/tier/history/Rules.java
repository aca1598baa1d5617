package dev.lodestone.tier.history;

import dev.lodestone.tier.history.Step.Measure;
import dev.lodestone.tier.tiersets.Criterion;
import dev.lodestone.tier.tiersets.Cycle;
import dev.lodestone.tier.tiersets.TierLevel;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.VersionInForce;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A version of a tier set, prepared to be evaluated for many members. */
final class Rules {
    final VersionInForce version;
    final TierSet set;
    final List<String> criteria;
    private final Map<String, Integer> places = new HashMap<>();
    private final Thresholds[] entry;
    private final Thresholds[] keep;

    Rules(VersionInForce version) {
        this.version = version;
        this.set = version.set();
        this.criteria = set.criteria().stream().map(Criterion::code).toList();
        for (int place = 0; place < criteria.size(); place++) {
            places.put(criteria.get(place), place);
        }
        List<TierLevel> levels = set.levels();
        entry = new Thresholds[levels.size()];
        keep = new Thresholds[levels.size()];
        for (int level = 0; level < levels.size(); level++) {
            entry[level] = new Thresholds(levels.get(level).entry(), places);
            keep[level] = new Thresholds(levels.get(level).keep(), places);
        }
    }

    /** The place of a criterion; -1 if this version has none of that code. */
    int place(String criterion) {
        return places.getOrDefault(criterion, -1);
    }

    String code(int level) {
        return set.levels().get(level).code();
    }

    /** The highest level that {@code growth} brings a member to; 0 if none. */
    int reached(long[] growth) {
        return highest(entry, growth, entry.length - 1);
    }

    /** The highest level up to {@code level} that {@code growth} keeps. */
    int kept(long[] growth, int level) {
        return highest(keep, growth, level);
    }

    /** The highest level up to {@code level} that is never lost; 0 if none. */
    int floor(int level) {
        int floor = level;
        while (floor > 0 && !set.levels().get(floor).lifetime()) {
            floor--;
        }
        return floor;
    }

    Thresholds entry(int level) {
        return entry[level];
    }

    List<Measure> entryMeasures(int level, long[] growth) {
        return entry[level].measures(growth, criteria);
    }

    List<Measure> keepMeasures(int level, long[] growth) {
        return keep[level].measures(growth, criteria);
    }

    /** True if growth of a cycle is dropped when a level is reached or lost. */
    boolean cycleBeginsWithLevel() {
        Cycle cycle = set.cycle();
        return cycle != null && cycle.anchor() == Cycle.Anchor.LEVEL;
    }

    private static int highest(Thresholds[] of, long[] growth, int from) {
        int level = from;
        while (level > 0 && !of[level].areMet(growth)) {
            level--;
        }
        return level;
    }
}
