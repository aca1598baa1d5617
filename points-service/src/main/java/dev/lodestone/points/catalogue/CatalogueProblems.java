package dev.lodestone.points.catalogue;

import dev.lodestone.platform.problem.ProblemType;

/** What the catalogue refuses. */
final class CatalogueProblems {
    static final ProblemType REWARD_UNKNOWN = new ProblemType("reward-unknown", 404, "There is no such reward");
    static final ProblemType OUT_OF_STOCK = new ProblemType("out-of-stock", 409, "None of this reward is left");

    private CatalogueProblems() {}
}
