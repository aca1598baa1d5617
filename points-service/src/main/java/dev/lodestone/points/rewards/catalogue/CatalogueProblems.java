package dev.lodestone.points.rewards.catalogue;

import dev.lodestone.platform.problem.ProblemType;

/** What the package refuses. */
final class CatalogueProblems {
    static final ProblemType REWARD_UNKNOWN = new ProblemType("reward-unknown", 404, "There is no such reward");
    static final ProblemType OUT_OF_STOCK = new ProblemType("out-of-stock", 409, "None of this reward is left");
    static final ProblemType REWARD_CHANGED =
            new ProblemType("reward-changed", 409, "The reward is not what this request was made for");
    static final ProblemType STOCK_UNLIMITED =
            new ProblemType("stock-unlimited", 409, "The stock of this reward is not limited");

    private CatalogueProblems() {}
}
