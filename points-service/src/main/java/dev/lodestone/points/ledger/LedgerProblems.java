package dev.lodestone.points.ledger;

import dev.lodestone.platform.problem.ProblemType;

/** What the ledger refuses. */
final class LedgerProblems {
    static final ProblemType INSUFFICIENT_POINTS =
            new ProblemType("insufficient-points", 409, "The balance is too low");

    private LedgerProblems() {}
}
