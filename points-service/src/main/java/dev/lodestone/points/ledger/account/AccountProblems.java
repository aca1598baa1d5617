package dev.lodestone.points.ledger.account;

import dev.lodestone.platform.problem.ProblemType;

/** Problems of postings to an account. */
final class AccountProblems {
    static final ProblemType INSUFFICIENT_POINTS =
            new ProblemType("insufficient-points", 409, "The balance is too low");
    static final ProblemType HOLD_CLOSED = new ProblemType("hold-closed", 409, "This hold is settled already");
    static final ProblemType HOLD_EXCEEDED =
            new ProblemType("hold-exceeded", 409, "The amount is above the amount of the hold");

    private AccountProblems() {}
}
