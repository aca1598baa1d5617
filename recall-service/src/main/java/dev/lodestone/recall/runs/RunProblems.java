package dev.lodestone.recall.runs;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of runs. */
final class RunProblems {
    static final ProblemType AS_OF_IN_FUTURE =
            new ProblemType("as-of-in-future", 400, "A campaign cannot run as of a day to come");
    static final ProblemType RUN_UNKNOWN = new ProblemType("run-unknown", 404, "There is no such run of the campaign");
    static final ProblemType RUN_ENDED = new ProblemType("run-ended", 409, "This run has ended already");

    private RunProblems() {}
}
