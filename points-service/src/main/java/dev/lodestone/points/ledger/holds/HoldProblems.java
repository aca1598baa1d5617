package dev.lodestone.points.ledger.holds;

import dev.lodestone.platform.problem.ProblemType;

/** Problems of requests about holds. */
final class HoldProblems {
    static final ProblemType HOLD_UNKNOWN = new ProblemType("hold-unknown", 404, "The member has no such hold");

    private HoldProblems() {}
}
