package dev.lodestone.points.earning.rules;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * What a campaign is for, so that its report can say how far it is.
 *
 * @param metric what is counted
 * @param from first local day of the window
 * @param until last local day of the window
 * @param target how much of the metric
 */
@RegisterForReflection
public record Goal(Metric metric, LocalDate from, LocalDate until, long target) {
    /** What is counted among the facts that the rule paid for. */
    public enum Metric {
        /** Facts. */
        FACTS,
        /** Members paid at least once. */
        MEMBERS,
        /** The totals of their orders, in minor units. */
        AMOUNT_MINOR
    }

    void check() {
        if (metric == null || from == null || until == null || until.isBefore(from) || target < 1) {
            throw RuleProblems.invalid("goal: it has a metric, a window from … until, and a target of at least 1");
        }
    }

    /** Whether {@code day} is in the window. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
