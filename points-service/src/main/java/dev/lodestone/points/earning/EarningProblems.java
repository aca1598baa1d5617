package dev.lodestone.points.earning;

import dev.lodestone.platform.problem.ProblemType;

/** What the room refuses. */
enum EarningProblems implements ProblemType {
    INVALID_RULE("invalid-rule", 400, "The rule does not make sense"),
    RULE_VERSION_UNKNOWN("rule-version-unknown", 404, "There is no such version of this rule"),
    RULE_VERSION_SKIPPED("rule-version-skipped", 409, "Rule versions follow each other without gaps"),
    RULE_PUBLISHED("rule-published", 409, "This version is published and never changes");

    private final String slug;
    private final int status;
    private final String title;

    EarningProblems(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
