package dev.lodestone.points.ledger.adjustments;

import dev.lodestone.platform.problem.ProblemType;

/** What the package refuses. */
final class AdjustmentProblems {
    static final ProblemType ASSETS_DIFFER =
            new ProblemType("assets-differ", 422, "A posting moves one asset, never one into another");
    static final ProblemType NO_SUCH_WAY = new ProblemType("no-such-way", 422, "Nothing is posted that way by hand");
    static final ProblemType POSTING_UNKNOWN =
            new ProblemType("posting-unknown", 404, "The member has no such posting");
    static final ProblemType NOT_REVERSIBLE =
            new ProblemType("posting-not-reversible", 409, "A posting of this kind is not reversed by hand");
    static final ProblemType ALREADY_REVERSED =
            new ProblemType("posting-reversed", 409, "Nothing of this posting is left to reverse");
    static final ProblemType EXPIRED = new ProblemType("posting-expired", 409, "What this posting earned has expired");
    static final ProblemType SPENT = new ProblemType("posting-spent", 409, "What this posting earned is there no more");

    private AdjustmentProblems() {}
}
