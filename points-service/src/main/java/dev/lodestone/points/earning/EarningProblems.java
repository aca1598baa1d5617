package dev.lodestone.points.earning;

import dev.lodestone.platform.problem.ProblemType;

/** What the room refuses. */
final class EarningProblems {
    static final ProblemType INVALID_RULE = new ProblemType("invalid-rule", 400, "The rule does not make sense");
    static final ProblemType RULE_VERSION_UNKNOWN =
            new ProblemType("rule-version-unknown", 404, "There is no such version of this rule");
    static final ProblemType RULE_VERSION_SKIPPED =
            new ProblemType("rule-version-skipped", 409, "Rule versions follow each other without gaps");
    static final ProblemType RULE_PUBLISHED =
            new ProblemType("rule-published", 409, "This version is published and never changes");

    private EarningProblems() {}
}
