package dev.lodestone.points.earning.rules;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * The goal of a campaign; its report shows the progress.
 *
 * @param metric the metric that is counted
 * @param from first local day of the window
 * @param until last local day of the window
 * @param target value of the metric at which the goal is reached
 */
@RegisterForReflection
public record Goal(Metric metric, LocalDate from, LocalDate until, long target) {
    /** The metric, computed over the events that the rule paid for. */
    public enum Metric {
        /** Number of events. */
        FACTS,
        /** Number of members who were paid at least once. */
        MEMBERS,
        /** Sum of order totals, in minor units. */
        AMOUNT_MINOR
    }

    void check() {
        if (metric == null || from == null || until == null || until.isBefore(from) || target < 1) {
            throw RuleProblems.invalid(
                    "goal: it needs a metric, from, until (not before from) and a target of at least 1");
        }
    }

    /** True if {@code day} is in the window. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
