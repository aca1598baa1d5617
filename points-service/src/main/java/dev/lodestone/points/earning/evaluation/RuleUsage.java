package dev.lodestone.points.earning.evaluation;

import dev.lodestone.events.MemberId;
import dev.lodestone.points.earning.rules.Cap;
import dev.lodestone.points.earning.rules.Goal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far caps, budgets and goals are used: loaded under lock, counted on while facts are evaluated, then written. One thread at a time. */
public final class RuleUsage {
    /** What a rule paid a member within a period. */
    public record PeriodKey(MemberId member, String code, String period) {}

    public record Used(long points, long times) {
        private static final Used NONE = new Used(0, 0);
    }

    public record VersionKey(String code, int version) {}

    /** What a version paid in all, and how far its goal is. */
    public record Total(long points, long times, long progress) {
        private static final Total NONE = new Total(0, 0, 0);

        private Total plus(long more, long moreTimes, long moreProgress) {
            return new Total(points + more, times + moreTimes, progress + moreProgress);
        }
    }

    private final Map<PeriodKey, Used> used = new HashMap<>();
    private final Set<PeriodKey> changed = new LinkedHashSet<>();
    private final Map<String, Long> spent = new HashMap<>();
    private final Map<VersionKey, Total> added = new LinkedHashMap<>();

    /** The rows that a fact of {@code member} at {@code at} needs to be loaded for {@code rule}. */
    public static List<PeriodKey> keys(Rule rule, MemberId member, Instant at) {
        List<PeriodKey> keys = new ArrayList<>();
        for (Cap cap : rule.definition().caps()) {
            keys.add(new PeriodKey(member, rule.code(), cap.period().key(at, rule.zone())));
        }
        if (countsMembers(rule)) {
            keys.add(goalKey(rule, member));
        }
        return keys;
    }

    public void load(PeriodKey key, Used value) {
        used.put(key, value);
    }

    /** @param points what all versions of the rule {@code code} paid so far */
    public void loadSpent(String code, long points) {
        spent.put(code, points);
    }

    Used used(Rule rule, Cap cap, MemberId member, Instant at) {
        return used.getOrDefault(new PeriodKey(member, rule.code(), cap.period().key(at, rule.zone())), Used.NONE);
    }

    public long spent(String code) {
        return spent.getOrDefault(code, 0L);
    }

    void add(Rule rule, EvaluationInput input, long points) {
        long progress = progress(rule, input);
        for (PeriodKey key : new HashSet<>(keys(rule, input.member(), input.occurredAt()))) {
            Used before = used.getOrDefault(key, Used.NONE);
            used.put(key, new Used(Math.addExact(before.points(), points), before.times() + 1));
            changed.add(key);
        }
        if (rule.isCounted()) {
            spent.merge(rule.code(), points, Math::addExact);
            VersionKey version = new VersionKey(rule.code(), rule.version());
            added.put(version, added.getOrDefault(version, Total.NONE).plus(points, 1, progress));
        }
    }

    /** Takes what a rule paid for a fact out of the counts again, so that the fact can be evaluated anew. */
    public void remove(Rule rule, EvaluationInput input, long points) {
        if (points == 0) {
            return;
        }
        for (PeriodKey key : new HashSet<>(keys(rule, input.member(), input.occurredAt()))) {
            Used before = used.getOrDefault(key, Used.NONE);
            used.put(key, new Used(Math.max(0, before.points() - points), Math.max(0, before.times() - 1)));
            changed.add(key);
        }
        if (rule.isCounted()) {
            spent.merge(rule.code(), -points, Math::addExact);
            VersionKey version = new VersionKey(rule.code(), rule.version());
            added.put(
                    version,
                    added.getOrDefault(version, Total.NONE).plus(-points, -1, -removedProgress(rule, input)));
        }
    }

    /** How many counts of members it keeps. */
    public int size() {
        return used.size();
    }

    /** The rows of members to be written, as they are now. */
    public Map<PeriodKey, Used> changed() {
        Map<PeriodKey, Used> rows = new LinkedHashMap<>();
        changed.forEach(key -> rows.put(key, used.getOrDefault(key, Used.NONE)));
        return rows;
    }

    /** What came to the totals since they were loaded. */
    public Map<VersionKey, Total> added() {
        return Map.copyOf(added);
    }

    private long progress(Rule rule, EvaluationInput input) {
        Goal goal = rule.definition().goal();
        if (goal == null
                || !goal.includes(input.occurredAt().atZone(rule.zone()).toLocalDate())) {
            return 0;
        }
        return switch (goal.metric()) {
            case FACTS -> 1;
            case AMOUNT_MINOR -> input.amountMinor();
            case MEMBERS -> used.containsKey(goalKey(rule, input.member())) ? 0 : 1;
        };
    }

    /** A member that was paid stays one who was paid. */
    private long removedProgress(Rule rule, EvaluationInput input) {
        return countsMembers(rule) ? 0 : progress(rule, input);
    }

    private static boolean countsMembers(Rule rule) {
        Goal goal = rule.definition().goal();
        return goal != null && goal.metric() == Goal.Metric.MEMBERS;
    }

    private static PeriodKey goalKey(Rule rule, MemberId member) {
        return new PeriodKey(member, rule.code(), "GOAL" + rule.version());
    }
}
