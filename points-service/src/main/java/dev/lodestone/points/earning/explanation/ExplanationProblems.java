package dev.lodestone.points.earning.explanation;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of this package. */
final class ExplanationProblems {
    static final ProblemType POSTING_UNKNOWN =
            new ProblemType("posting-unknown", 404, "The member has no such posting");
    static final ProblemType ORDER_UNKNOWN =
            new ProblemType("order-unknown", 404, "No order with this number is recorded for the member");

    private ExplanationProblems() {}
}
