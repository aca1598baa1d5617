package dev.lodestone.points.earning.trial;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of this package. */
final class TrialProblems {
    static final ProblemType BACKTEST_UNKNOWN = new ProblemType("backtest-unknown", 404, "There is no such backtest");

    private TrialProblems() {}
}
