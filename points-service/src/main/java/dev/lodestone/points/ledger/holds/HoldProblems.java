package dev.lodestone.points.ledger.holds;

import dev.lodestone.platform.problem.ProblemType;

/** What the room refuses. */
final class HoldProblems {
    static final ProblemType HOLD_UNKNOWN = new ProblemType("hold-unknown", 404, "The member has no such hold");

    private HoldProblems() {}
}
