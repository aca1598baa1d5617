package dev.lodestone.points.earning.ruleset;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of this package. */
final class RuleSetProblems {
    static final ProblemType RULE_VERSION_UNKNOWN =
            new ProblemType("rule-version-unknown", 404, "There is no such version of this rule");
    static final ProblemType RULE_VERSION_SKIPPED =
            new ProblemType("rule-version-skipped", 409, "Rule versions must be numbered without gaps");
    static final ProblemType RULE_PUBLISHED =
            new ProblemType("rule-published", 409, "A published version cannot change");
    static final ProblemType RULE_NOT_PROPOSED =
            new ProblemType("rule-not-proposed", 409, "This version is not proposed");
    static final ProblemType RULE_VERSION_TAKEN =
            new ProblemType("rule-version-taken", 409, "This version exists with another definition");

    private RuleSetProblems() {}
}
