package dev.lodestone.platform.approvals;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of this package. */
final class ApprovalProblems {
    static final ProblemType PROPOSAL_UNKNOWN = new ProblemType("proposal-unknown", 404, "There is no such proposal");
    static final ProblemType PROPOSAL_DECIDED =
            new ProblemType("proposal-decided", 409, "This proposal is already decided");
    static final ProblemType PROPOSAL_EXPIRED = new ProblemType("proposal-expired", 409, "This proposal has expired");
    static final ProblemType PROPOSAL_CHANGED =
            new ProblemType("proposal-changed", 409, "The proposal changed since it was read");
    static final ProblemType SECOND_OPERATOR_NEEDED =
            new ProblemType("second-operator-needed", 403, "An operator cannot decide on their own proposal");

    private ApprovalProblems() {}
}
