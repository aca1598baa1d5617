package dev.lodestone.points.ledger.sealing;

import dev.lodestone.platform.problem.ProblemType;

/** Problems of requests about sealing. */
final class SealingProblems {
    static final ProblemType SEALING_NOT_STOPPED =
            new ProblemType("sealing-not-stopped", 409, "Sealing has not stopped because of heads kept outside");

    private SealingProblems() {}
}
