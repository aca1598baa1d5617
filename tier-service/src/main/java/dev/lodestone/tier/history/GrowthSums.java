package dev.lodestone.tier.history;

import dev.lodestone.tier.tiersets.Criterion;
import dev.lodestone.tier.tiersets.Cycle;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The growth of one member by criterion as time goes on. Two sums are kept: what counts for reaching a level, and what counts for keeping one,
 * which may be more for a grace. Sums are moved forward by marks, so a whole history takes one pass.
 */
final class GrowthSums {
    /** What happens at one moment, in this order; an assessment lies between the first two. */
    enum Phase {
        LEAVES_WINDOW,
        LEAVES_CYCLE,
        COUNTS
    }

    private record Mark(Instant at, Phase phase, int place, Instant dated, long entry, long keep) {}

    private static final Comparator<Mark> IN_TIME =
            Comparator.comparing(Mark::at).thenComparing(Mark::phase);

    private final Rules rules;
    private final Instant enrolledAt;
    private final List<Mark> marks = new ArrayList<>();
    private final long[] entry;
    private final long[] keep;
    private final long[] carried;
    private int next;
    /** Growth of a cycle that begins with the level counts if it is dated after this. */
    private Instant cycleStart;

    GrowthSums(Rules rules, Instant enrolledAt, Instant cycleStart, List<Growth> growth) {
        this.rules = rules;
        this.enrolledAt = enrolledAt;
        this.cycleStart = cycleStart;
        int criteria = rules.criteria.size();
        entry = new long[criteria];
        keep = new long[criteria];
        carried = new long[criteria];
        growth.forEach(this::add);
        marks.sort(IN_TIME);
    }

    /**
     * Goes on with what the version before knew and facts do not tell: when the cycle of the level began, and what was carried into the cycle.
     * Call it before anything else.
     */
    void goOnFrom(GrowthSums former) {
        if (rules.cycleBeginsWithLevel() && former.rules.cycleBeginsWithLevel()) {
            cycleStart = former.cycleStart;
        }
        for (int place = 0; place < carried.length; place++) {
            int before = former.rules.place(criterion(place).code());
            if (before >= 0 && criterion(place).carryOver()) {
                carried[place] = former.carried[before];
                plus(place, carried[place]);
            }
        }
    }

    /** Moves on to {@code now}, of whose marks those up to {@code phase} are applied. */
    void advance(Instant now, Phase phase) {
        while (next < marks.size() && isDue(marks.get(next), now, phase)) {
            apply(marks.get(next));
            next++;
        }
    }

    /** The time of the next mark; null if growth does not change any more. */
    @Nullable Instant nextMark() {
        return next < marks.size() ? marks.get(next).at() : null;
    }

    /** The growth by which levels are reached. Not a copy. */
    long[] forEntry() {
        return entry;
    }

    /** The growth by which levels are kept. Not a copy. */
    long[] forKeeping() {
        return keep;
    }

    /**
     * Carries surplus into the next cycle, in place of what was carried into this one. Of what counts now, only the member's own growth of this
     * cycle may be carried, so that no surplus is carried twice.
     *
     * @param level the place of the level whose requirement the growth is compared with
     * @param leave drops the growth of the cycle that ends
     */
    void endCycle(int level, Runnable leave) {
        long[] surplus = surplus(level);
        for (int place = 0; place < carried.length; place++) {
            plus(place, -carried[place]);
            carried[place] = 0;
        }
        leave.run();
        for (int place = 0; place < carried.length; place++) {
            plus(place, surplus[place]);
            carried[place] = surplus[place];
        }
    }

    /** Drops the growth of a cycle that begins with the level; from now on that counts which is dated after {@code start}. */
    void beginCycle(Instant start) {
        cycleStart = start;
        for (int place = 0; place < entry.length; place++) {
            if (criterion(place).window() == Criterion.Window.CYCLE) {
                entry[place] = 0;
                keep[place] = 0;
            }
        }
    }

    private long[] surplus(int level) {
        long[] surplus = new long[entry.length];
        for (int place = 0; place < surplus.length; place++) {
            if (criterion(place).carryOver()) {
                long own = Math.max(0, entry[place] - carried[place]);
                surplus[place] = Math.min(own, rules.entry(level).surplus(place, entry[place]));
            }
        }
        return surplus;
    }

    private void plus(int place, long growth) {
        entry[place] = Math.addExact(entry[place], growth);
        keep[place] = Math.addExact(keep[place], growth);
    }

    private void add(Growth growth) {
        int place = rules.place(growth.criterion());
        if (place < 0) {
            return;
        }
        switch (criterion(place).window()) {
            case LIFETIME -> counts(growth, place, growth.amount(), growth.amount());
            case ROLLING -> leavesWindow(growth, place);
            case CYCLE -> leavesCycle(growth, place);
        }
    }

    private void leavesWindow(Growth growth, int place) {
        ZoneId zone = rules.set.zone();
        Criterion criterion = criterion(place);
        Instant end = growth.dated().atZone(zone).plus(criterion.length()).toInstant();
        ends(
                growth,
                place,
                Phase.LEAVES_WINDOW,
                end,
                end.atZone(zone).plus(criterion.grace()).toInstant());
    }

    private void leavesCycle(Growth growth, int place) {
        if (rules.cycleBeginsWithLevel()) {
            counts(growth, place, growth.amount(), growth.amount());
            return;
        }
        ZoneId zone = rules.set.zone();
        Cycle cycle = Objects.requireNonNull(rules.set.cycle(), "the cycle of a criterion that counts in it");
        Instant dated = growth.dated().isBefore(enrolledAt) ? enrolledAt : growth.dated();
        Instant end = cycle.nextBoundary(dated, enrolledAt, zone);
        ends(
                growth,
                place,
                Phase.LEAVES_CYCLE,
                end,
                end.atZone(zone).plus(criterion(place).grace()).toInstant());
    }

    /** Growth that begins to count after its end, such as a late refund, changes nothing. */
    private void ends(Growth growth, int place, Phase phase, Instant end, Instant graceEnd) {
        long forEntry = growth.countsFrom().isBefore(end) ? growth.amount() : 0;
        long forKeeping = growth.countsFrom().isBefore(graceEnd) ? growth.amount() : 0;
        counts(growth, place, forEntry, forKeeping);
        mark(end, phase, place, growth, -forEntry, graceEnd.equals(end) ? -forKeeping : 0);
        if (!graceEnd.equals(end)) {
            mark(graceEnd, phase, place, growth, 0, -forKeeping);
        }
    }

    private void counts(Growth growth, int place, long forEntry, long forKeeping) {
        mark(growth.countsFrom(), Phase.COUNTS, place, growth, forEntry, forKeeping);
    }

    private void mark(Instant at, Phase phase, int place, Growth growth, long forEntry, long forKeeping) {
        if (forEntry != 0 || forKeeping != 0) {
            marks.add(new Mark(at, phase, place, growth.dated(), forEntry, forKeeping));
        }
    }

    private void apply(Mark mark) {
        boolean ofEndedCycle = criterion(mark.place()).window() == Criterion.Window.CYCLE
                && rules.cycleBeginsWithLevel()
                && !mark.dated().isAfter(cycleStart);
        if (!ofEndedCycle) {
            entry[mark.place()] = Math.addExact(entry[mark.place()], mark.entry());
            keep[mark.place()] = Math.addExact(keep[mark.place()], mark.keep());
        }
    }

    private Criterion criterion(int place) {
        return rules.set.criteria().get(place);
    }

    private static boolean isDue(Mark mark, Instant now, Phase phase) {
        int order = mark.at().compareTo(now);
        return order < 0 || order == 0 && mark.phase().compareTo(phase) <= 0;
    }
}
