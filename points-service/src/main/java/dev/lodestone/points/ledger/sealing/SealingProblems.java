package dev.lodestone.points.ledger.sealing;

import dev.lodestone.platform.problem.ProblemType;

/** What the package refuses. */
final class SealingProblems {
    static final ProblemType SEALING_NOT_STOPPED =
            new ProblemType("sealing-not-stopped", 409, "Sealing does not stand still because of heads kept outside");

    private SealingProblems() {}
}
