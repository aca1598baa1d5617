package dev.lodestone.points.earning.trial;

import dev.lodestone.events.EventType;
import dev.lodestone.events.MemberId;
import dev.lodestone.points.earning.evaluation.Evaluation;
import dev.lodestone.points.earning.evaluation.EvaluationInput;
import dev.lodestone.points.earning.evaluation.Outcome;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.earning.evaluation.RuleSet;
import dev.lodestone.points.earning.evaluation.RuleUsage;
import dev.lodestone.points.ledger.account.Asset;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a version of a rule for past events in the order of their processing, so that caps and budgets are used up as they would have
 * been. They start unused. Not thread-safe.
 */
final class Backtest {
    private static final class Sums {
        private long facts;
        private long before;
        private long after;
    }

    private final Rule candidate;
    private final Asset asset;
    private final RuleSet published;
    private final RuleSet tried;
    private final int countsMax;
    private final RuleUsage usage = new RuleUsage();
    private final Sums all = new Sums();
    private final Map<String, Sums> segments = new HashMap<>();
    private final Map<MemberId, Long> differences = new HashMap<>();
    private final TreeMap<LocalDate, Long> days = new TreeMap<>();
    private long cost;
    private @Nullable LocalDate budgetHitOn;

    /**
     * A backtest of {@code candidate} against the {@code published} rules.
     *
     * @param countsMax maximum number of counts in memory
     */
    Backtest(RuleSet published, Rule candidate, int countsMax) {
        this.countsMax = countsMax;
        this.candidate = candidate;
        this.asset = candidate.definition().asset();
        this.published = published;
        this.tried = published.with(candidate);
    }

    /** The type of the events that it evaluates. */
    EventType type() {
        return candidate.type();
    }

    /**
     * Evaluates the version for one more event.
     *
     * @param input an event of {@link #type()}
     * @param recordedOutcomes the outcomes when the event was processed
     * @throws BacktestTooLargeException if the number of counts in memory exceeds its maximum
     */
    void add(EvaluationInput input, List<Outcome> recordedOutcomes) {
        if (differences.size() + usage.size() > countsMax) {
            throw new BacktestTooLargeException(countsMax);
        }
        List<Rule> rules = tried.inForce(input.type(), input.occurredAt());
        List<Outcome> outcomes = Evaluation.reevaluate(rules, input, usage, recordedOutcomes);
        long after = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            Rule rule = rules.get(i);
            after += rule.definition().asset() == asset ? outcomes.get(i).points() : 0;
            if (rule.equals(candidate)) {
                count(input, outcomes.get(i));
            }
        }
        addTotals(input, paidBefore(recordedOutcomes), after);
    }

    BacktestReport report() {
        List<BacktestReport.Segment> byTier = segments.entrySet().stream()
                .map(entry -> new BacktestReport.Segment(
                        entry.getKey(), entry.getValue().facts, entry.getValue().before, entry.getValue().after))
                .sorted(Comparator.comparing(BacktestReport.Segment::facts)
                        .reversed()
                        .thenComparing(BacktestReport.Segment::tier))
                .toList();
        List<BacktestReport.Day> byDay = days.entrySet().stream()
                .map(entry -> new BacktestReport.Day(entry.getKey(), entry.getValue()))
                .toList();
        return new BacktestReport(
                all.facts, cost, all.before, all.after, side(1), side(-1), budgetHitOn, byTier, byDay);
    }

    private void count(EvaluationInput input, Outcome outcome) {
        LocalDate day = input.occurredAt().atZone(candidate.zone()).toLocalDate();
        cost += outcome.points();
        if (outcome.points() > 0) {
            days.merge(day, outcome.points(), Long::sum);
        }
        Long budget = candidate.definition().budget();
        if (budget != null && budgetHitOn == null && usage.spent(candidate.code()) >= budget) {
            budgetHitOn = day;
        }
    }

    private long paidBefore(List<Outcome> recordedOutcomes) {
        long before = 0;
        for (Outcome outcome : recordedOutcomes) {
            boolean same = outcome.isPaid()
                    && published
                            .find(outcome.code(), outcome.version())
                            .filter(rule -> rule.definition().asset() == asset)
                            .isPresent();
            before += same ? outcome.points() : 0;
        }
        return before;
    }

    private void addTotals(EvaluationInput input, long before, long after) {
        for (Sums sums : List.of(all, segments.computeIfAbsent(input.context().tier(), tier -> new Sums()))) {
            sums.facts++;
            sums.before += before;
            sums.after += after;
        }
        if (before != after) {
            differences.merge(input.member(), after - before, Long::sum);
        }
    }

    private BacktestReport.Side side(int sign) {
        List<Long> same = differences.values().stream()
                .filter(difference -> Long.signum(difference) == sign)
                .toList();
        return new BacktestReport.Side(
                same.size(), same.stream().mapToLong(Math::abs).sum());
    }
}
