package dev.lodestone.points.ledger.verification;

import dev.lodestone.platform.problem.ProblemType;

/** Problems of requests about verifications. */
final class VerificationProblems {
    static final ProblemType VERIFICATION_UNKNOWN =
            new ProblemType("verification-unknown", 404, "There is no such verification");
    static final ProblemType VERIFICATION_RUNNING =
            new ProblemType("verification-running", 409, "A verification is running already");

    private VerificationProblems() {}
}
