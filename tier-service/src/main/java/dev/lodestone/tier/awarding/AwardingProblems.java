package dev.lodestone.tier.awarding;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of this package. */
final class AwardingProblems {
    static final ProblemType AWARD_UNKNOWN = new ProblemType("award-unknown", 404, "The member has no such award");
    static final ProblemType AWARD_ENDED = new ProblemType("award-ended", 409, "This award has ended");
    static final ProblemType AWARD_TIME = new ProblemType("award-time", 400, "An award cannot have these times");
    static final ProblemType LEVEL_UNKNOWN = new ProblemType("level-unknown", 400, "The tier set has no such level");

    private AwardingProblems() {}
}
