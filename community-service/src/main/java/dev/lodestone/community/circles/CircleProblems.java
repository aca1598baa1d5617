package dev.lodestone.community.circles;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of requests about circles. */
final class CircleProblems {
    static final ProblemType CIRCLE_CODE_TAKEN =
            new ProblemType("circle-code-taken", 409, "Another circle has this code");
    static final ProblemType CIRCLE_UNKNOWN = new ProblemType("circle-unknown", 404, "There is no such circle");
    static final ProblemType NOT_IN_CIRCLE =
            new ProblemType("not-in-circle", 403, "Only members of the circle may do this");

    private CircleProblems() {}
}
