package dev.lodestone.points.ledger.adjustments;

import dev.lodestone.platform.problem.ProblemType;

/** Problems of postings and reversals by hand. */
final class AdjustmentProblems {
    static final ProblemType ASSETS_DIFFER =
            new ProblemType("assets-differ", 422, "A posting cannot move units from one asset to another");
    static final ProblemType UNSUPPORTED_POSTING =
            new ProblemType("unsupported-posting", 422, "Postings between these accounts are not possible by hand");
    static final ProblemType POSTING_UNKNOWN =
            new ProblemType("posting-unknown", 404, "The member has no such posting");
    static final ProblemType NOT_REVERSIBLE =
            new ProblemType("posting-not-reversible", 409, "A posting of this kind cannot be reversed by hand");
    static final ProblemType ALREADY_REVERSED =
            new ProblemType("posting-reversed", 409, "This posting is already reversed in full");
    static final ProblemType EXPIRED =
            new ProblemType("posting-expired", 409, "The points of this posting have expired");
    static final ProblemType SPENT =
            new ProblemType("posting-spent", 409, "The points of this posting are already spent");

    private AdjustmentProblems() {}
}
