package dev.lodestone.points.earning.trial;

import dev.lodestone.platform.problem.ProblemType;

/** What can be wrong with a request about a backtest. */
final class TrialProblems {
    static final ProblemType BACKTEST_UNKNOWN = new ProblemType("backtest-unknown", 404, "There is no such backtest");

    private TrialProblems() {}
}
