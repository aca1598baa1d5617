package dev.lodestone.points.trial;

import dev.lodestone.platform.problem.ProblemType;

/** What the room refuses. */
final class TrialProblems {
    static final ProblemType UNREADABLE_FACT =
            new ProblemType("unreadable-fact", 400, "The fact is not of the shape that the rule pays for");
    static final ProblemType BACKTEST_UNKNOWN = new ProblemType("backtest-unknown", 404, "There is no such backtest");

    private TrialProblems() {}
}
