package dev.lodestone.points.approvals;

import dev.lodestone.platform.problem.ProblemType;

/** What the package refuses. */
final class ApprovalProblems {
    static final ProblemType PROPOSAL_UNKNOWN = new ProblemType("proposal-unknown", 404, "There is no such proposal");
    static final ProblemType PROPOSAL_DECIDED =
            new ProblemType("proposal-decided", 409, "This proposal is decided already");
    static final ProblemType PROPOSAL_EXPIRED = new ProblemType("proposal-expired", 409, "This proposal has expired");
    static final ProblemType PROPOSAL_CHANGED =
            new ProblemType("proposal-changed", 409, "The proposal is not what was seen");
    static final ProblemType SECOND_OPERATOR_NEEDED =
            new ProblemType("second-operator-needed", 403, "Nobody decides on what they proposed");

    private ApprovalProblems() {}
}
