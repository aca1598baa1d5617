package dev.lodestone.points.rewards.catalogue;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of this package. */
final class CatalogueProblems {
    static final ProblemType REWARD_UNKNOWN = new ProblemType("reward-unknown", 404, "There is no such reward");
    static final ProblemType OUT_OF_STOCK = new ProblemType("out-of-stock", 409, "The reward is out of stock");
    static final ProblemType REWARD_CHANGED =
            new ProblemType("reward-changed", 409, "The reward changed since it was read");
    static final ProblemType STOCK_UNLIMITED =
            new ProblemType("stock-unlimited", 409, "The stock of this reward is not limited");

    private CatalogueProblems() {}
}
