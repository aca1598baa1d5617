package dev.lodestone.tier.history;

import dev.lodestone.tier.history.GrowthSums.Phase;
import dev.lodestone.tier.history.Step.Measure;
import dev.lodestone.tier.history.Step.Reason;
import dev.lodestone.tier.tiersets.Cycle;
import dev.lodestone.tier.tiersets.Keeping;
import dev.lodestone.tier.tiersets.Keeping.Assessment;
import dev.lodestone.tier.tiersets.Requirement;
import dev.lodestone.tier.tiersets.VersionInForce;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the life of one member from moment to moment: growth that comes and leaves, ends of cycles, ends of a grace, new versions of the
 * tier set. At each, a level is reached at once if growth suffices, and lost as the policy of the set says.
 */
final class EarnedLevels {
    private final RulesInTime versions;
    private final Instant enrolledAt;
    private final List<Growth> growth;
    private final List<Step> steps = new ArrayList<>();

    private Rules rules;
    private GrowthSums sums;
    private int level;
    /** When the level was reached, by rising or by falling to it. */
    private Instant since;

    private @Nullable Instant lostAt;
    /** Since when the level is at risk; null if it is not. */
    private @Nullable Instant atRiskSince;
    /** The level that the assessment would have left the member, while the level is at risk. */
    private int keptAtRisk;

    private @Nullable Instant boundary;
    private boolean goesOn;

    EarnedLevels(List<VersionInForce> versions, Instant enrolledAt, List<Growth> growth) {
        this.versions = new RulesInTime(versions);
        this.enrolledAt = enrolledAt;
        this.growth = growth;
        since = later(this.versions.begin(), enrolledAt);
        rules = this.versions.at(since);
        sums = new GrowthSums(rules, enrolledAt, Instant.MIN, growth);
    }

    List<Step> until(Instant end) {
        if (since.isAfter(end)) {
            goesOn = true;
            return List.of();
        }
        steps.add(new Step(since, rules.code(0), rules.code(0), Reason.ENROLLED, rules.version.version(), List.of()));
        Instant now = since;
        while (now != null && !now.isAfter(end)) {
            pass(now);
            now = nextMoment(now);
        }
        goesOn = now != null;
        return steps;
    }

    /** Whether there is a moment after the end up to which the life was followed. */
    boolean goesOn() {
        return goesOn;
    }

    /** What is missing for each higher level at the moment up to which the life was followed. */
    Roadmap roadmap() {
        Map<String, Long> sum = new LinkedHashMap<>();
        for (int place = 0; place < rules.criteria.size(); place++) {
            sum.put(rules.criteria.get(place), sums.forEntry()[place]);
        }
        List<Roadmap.Target> targets = new ArrayList<>();
        for (int higher = level + 1; higher < rules.set.levels().size(); higher++) {
            boolean any = rules.set.levels().get(higher).entry().match() == Requirement.Match.ANY;
            targets.add(new Roadmap.Target(rules.code(higher), any, rules.entryMeasures(higher, sums.forEntry())));
        }
        return new Roadmap(rules.code(level), Collections.unmodifiableMap(sum), List.copyOf(targets));
    }

    private void pass(Instant now) {
        boolean cycleEnds = now.equals(boundary);
        Rules next = versions.at(now);
        if (next != rules) {
            // A version that comes into force as a cycle ends assesses that cycle, if it has the same.
            cycleEnds = cycleEnds && isBoundary(next, now);
            replaceRules(now, next, cycleEnds ? Phase.LEAVES_WINDOW : Phase.LEAVES_CYCLE);
        }
        sums.advance(now, Phase.LEAVES_WINDOW);
        if (cycleEnds) {
            assess(now);
            sums.endCycle(level, () -> leaveCycle(now));
        }
        sums.advance(now, Phase.COUNTS);
        rise(now);
        settle(now);
        boundary = nextBoundary(now);
    }

    private void leaveCycle(Instant now) {
        if (rules.cycleBeginsWithLevel()) {
            sums.beginCycle(now);
        } else {
            sums.advance(now, Phase.LEAVES_CYCLE);
        }
    }

    /** A level that the new version does not have becomes the highest one that growth reaches. */
    private void replaceRules(Instant now, Rules next, Phase phase) {
        Rules former = rules;
        String code = former.code(level);
        rules = next;
        GrowthSums formerSums = sums;
        sums = new GrowthSums(rules, enrolledAt, rules.cycleBeginsWithLevel() ? since : Instant.MIN, growth);
        sums.goOnFrom(formerSums);
        sums.advance(now, phase);
        int same = rules.set.indexOf(code);
        level = same >= 0 ? same : rules.reached(sums.forEntry());
        if (same < 0) {
            moved(now, code, Reason.REPLACED, rules.entryMeasures(level, sums.forEntry()));
        } else if (atRiskSince != null) {
            keepRisk(now, former);
        }
    }

    /** A level that is at risk stays so, and may fall to what it might have fallen to; but none is lost by a version that loses none. */
    private void keepRisk(Instant now, Rules former) {
        if (level == 0 || rules.set.keeping().assessed() == Assessment.NEVER) {
            regain(now);
            return;
        }
        int kept = keptAtRisk;
        while (kept > 0 && rules.set.indexOf(former.code(kept)) < 0) {
            kept--;
        }
        keptAtRisk = Math.clamp(rules.set.indexOf(former.code(kept)), 0, level - 1);
    }

    private void rise(Instant now) {
        int reached = rules.reached(sums.forEntry());
        if (reached > level) {
            String from = rules.code(level);
            level = reached;
            List<Measure> measures = rules.entryMeasures(level, sums.forEntry());
            moved(now, from, Reason.REACHED, measures);
        }
    }

    /** Looks at the growth of the cycle that ends. A member who came to the level a short time ago, or lost one, is left until the next end. */
    private void assess(Instant now) {
        Keeping keeping = rules.set.keeping();
        if (keeping.assessed() != Assessment.CYCLE_END || atRiskSince != null) {
            return;
        }
        int kept = keepable();
        if (kept == level
                || after(since, keeping.shortestStay()).isAfter(now)
                || spacingEnd(keeping).isAfter(now)) {
            return;
        }
        beginRisk(now, kept);
        if (keeping.grace().isZero()) {
            lose(now, kept);
        }
    }

    /** Ends a grace, and where levels are looked at at once, begins one. */
    private void settle(Instant now) {
        Keeping keeping = rules.set.keeping();
        boolean atOnce = keeping.assessed() == Assessment.AT_ONCE;
        while (atOnce || atRiskSince != null) {
            int kept = keepable();
            if (kept == level) {
                regain(now);
                return;
            }
            if (atRiskSince == null) {
                beginRisk(now, kept);
            }
            if (riskEnd(keeping).isAfter(now)) {
                return;
            }
            lose(now, atOnce ? kept : Math.max(kept, keptAtRisk));
        }
    }

    private void beginRisk(Instant now, int kept) {
        atRiskSince = now;
        keptAtRisk = kept;
        if (riskEnd(rules.set.keeping()).isAfter(now)) {
            step(now, rules.code(level), Reason.AT_RISK, rules.keepMeasures(level, sums.forKeeping()));
        }
    }

    private void regain(Instant now) {
        if (atRiskSince != null) {
            atRiskSince = null;
            step(now, rules.code(level), Reason.REGAINED, rules.keepMeasures(level, sums.forKeeping()));
        }
    }

    private void lose(Instant now, int kept) {
        List<Measure> measures = rules.keepMeasures(level, sums.forKeeping());
        String from = rules.code(level);
        level = rules.set.keeping().target() == Keeping.Target.ONE_STEP ? level - 1 : kept;
        lostAt = now;
        moved(now, from, Reason.LOST, measures);
    }

    /** The highest level that growth keeps, or that is never lost. */
    private int keepable() {
        return Math.max(rules.kept(sums.forKeeping(), level), rules.floor(level));
    }

    private void moved(Instant now, String from, Reason reason, List<Measure> measures) {
        since = now;
        atRiskSince = null;
        step(now, from, reason, measures);
        if (rules.cycleBeginsWithLevel()) {
            sums.endCycle(level, () -> sums.beginCycle(now));
        }
    }

    private void step(Instant now, String from, Reason reason, List<Measure> measures) {
        steps.add(new Step(now, from, rules.code(level), reason, rules.version.version(), measures));
    }

    private @Nullable Instant nextMoment(Instant now) {
        Instant next = sums.nextMark();
        next = earlier(next, boundary);
        next = earlier(next, versions.nextAfter(now));
        if (atRiskSince != null) {
            next = earlier(next, riskEnd(rules.set.keeping()));
        }
        return next;
    }

    private @Nullable Instant nextBoundary(Instant now) {
        return nextBoundary(rules, now);
    }

    private @Nullable Instant nextBoundary(Rules by, Instant now) {
        Cycle cycle = by.set.cycle();
        if (cycle == null) {
            return null;
        }
        Instant begin = cycle.anchor() == Cycle.Anchor.LEVEL ? since : enrolledAt;
        return cycle.nextBoundary(now, begin, by.set.zone());
    }

    private boolean isBoundary(Rules by, Instant now) {
        return now.equals(nextBoundary(by, now.minus(1, ChronoUnit.MICROS)));
    }

    private Instant riskEnd(Keeping keeping) {
        Instant end = after(Objects.requireNonNull(atRiskSince), keeping.grace());
        if (keeping.assessed() == Assessment.AT_ONCE) {
            end = later(end, later(after(since, keeping.shortestStay()), spacingEnd(keeping)));
        }
        return end;
    }

    /** The end of the time in which no second level may be lost. */
    private Instant spacingEnd(Keeping keeping) {
        return lostAt == null ? Instant.MIN : after(lostAt, keeping.between());
    }

    private Instant after(Instant instant, Period period) {
        return instant.atZone(rules.set.zone()).plus(period).toInstant();
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
