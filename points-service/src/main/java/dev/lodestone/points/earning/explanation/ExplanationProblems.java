package dev.lodestone.points.earning.explanation;

import dev.lodestone.platform.problem.ProblemType;

/** What the room refuses. */
final class ExplanationProblems {
    static final ProblemType POSTING_UNKNOWN =
            new ProblemType("posting-unknown", 404, "The member has no such posting");
    static final ProblemType ORDER_UNKNOWN =
            new ProblemType("order-unknown", 404, "No such order was told of the member");

    private ExplanationProblems() {}
}
