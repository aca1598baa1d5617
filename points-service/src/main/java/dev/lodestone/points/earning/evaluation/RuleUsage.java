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

/** The use of caps, budgets and goals. It is loaded under lock, updated during the evaluation and then persisted. Not thread-safe. */
public final class RuleUsage {
    /** Key of the points that a rule paid a member within a period. */
    public record PeriodKey(MemberId member, String code, String period) {}

    public record Used(long points, long times) {
        private static final Used NONE = new Used(0, 0);
    }

    public record VersionKey(String code, int version) {}

    /** The points, payments and goal progress of a version. */
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

    /** The rows to load for {@code rule} and an event of {@code member} at {@code at}. */
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

    /** Sets the points that all versions of rule {@code code} paid so far. */
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
        change(rule, input, points, 1, progress(rule, input));
    }

    /** Removes a payment of a rule from the counts, so that its event can be evaluated again. */
    public void remove(Rule rule, EvaluationInput input, long points) {
        if (points != 0) {
            change(rule, input, -points, -1, -removedProgress(rule, input));
        }
    }

    private void change(Rule rule, EvaluationInput input, long points, long times, long progress) {
        for (PeriodKey key : new HashSet<>(keys(rule, input.member(), input.occurredAt()))) {
            Used before = used.getOrDefault(key, Used.NONE);
            long pointsAfter = Math.max(0, Math.addExact(before.points(), points));
            used.put(key, new Used(pointsAfter, Math.max(0, before.times() + times)));
            changed.add(key);
        }
        if (rule.isCounted()) {
            spent.merge(rule.code(), points, Math::addExact);
            VersionKey version = new VersionKey(rule.code(), rule.version());
            added.put(version, added.getOrDefault(version, Total.NONE).plus(points, times, progress));
        }
    }

    /** The number of counts of members in memory. */
    public int size() {
        return used.size();
    }

    /** The changed rows of members, to persist. */
    public Map<PeriodKey, Used> changed() {
        Map<PeriodKey, Used> rows = new LinkedHashMap<>();
        changed.forEach(key -> rows.put(key, used.getOrDefault(key, Used.NONE)));
        return rows;
    }

    /** The changes of the totals since they were loaded. */
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

    /** A member stays counted for the goal even if the payment is removed. */
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
