package dev.lodestone.points.earning.ruleset;

import dev.lodestone.platform.problem.ProblemType;

/** What the package refuses. */
final class RuleSetProblems {
    static final ProblemType RULE_VERSION_UNKNOWN =
            new ProblemType("rule-version-unknown", 404, "There is no such version of this rule");
    static final ProblemType RULE_VERSION_SKIPPED =
            new ProblemType("rule-version-skipped", 409, "Rule versions follow each other without gaps");
    static final ProblemType RULE_PUBLISHED =
            new ProblemType("rule-published", 409, "This version is published and never changes");
    static final ProblemType RULE_NOT_PROPOSED =
            new ProblemType("rule-not-proposed", 409, "This version does not wait for an approval");
    static final ProblemType RULE_VERSION_TAKEN =
            new ProblemType("rule-version-taken", 409, "This version exists and says something else");

    private RuleSetProblems() {}
}
