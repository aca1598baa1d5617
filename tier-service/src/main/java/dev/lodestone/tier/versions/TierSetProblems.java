package dev.lodestone.tier.versions;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of this package. */
final class TierSetProblems {
    static final ProblemType TIER_SET_UNKNOWN = new ProblemType("tier-set-unknown", 404, "There is no such tier set");
    static final ProblemType TIER_SET_VERSION_UNKNOWN =
            new ProblemType("tier-set-version-unknown", 404, "There is no such version of this tier set");
    static final ProblemType TIER_SET_VERSION_SKIPPED =
            new ProblemType("tier-set-version-skipped", 409, "Versions of a tier set must be numbered without gaps");
    static final ProblemType TIER_SET_PUBLISHED =
            new ProblemType("tier-set-published", 409, "A published version cannot change");
    static final ProblemType TIER_SET_NOT_PROPOSED =
            new ProblemType("tier-set-not-proposed", 409, "This version is not proposed");
    static final ProblemType TIER_SET_VERSION_TAKEN =
            new ProblemType("tier-set-version-taken", 409, "This version exists with another definition");
    static final ProblemType INVALID_TIER_SET =
            new ProblemType("invalid-tier-set", 400, "This tier set cannot be evaluated");
    static final ProblemType EFFECTIVE_TIME_PAST =
            new ProblemType("effective-time-past", 400, "A tier set cannot come into force in the past");

    private TierSetProblems() {}
}
