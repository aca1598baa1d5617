package dev.lodestone.points.earning.rules;

import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.problem.ProblemType;
import java.util.Map;

/** What a rule's definition is refused for. */
final class RuleProblems {
    private static final ProblemType INVALID_RULE =
            new ProblemType("invalid-rule", 400, "The rule does not make sense");
    private static final ProblemType INVALID_CONDITION =
            new ProblemType("invalid-condition", 400, "The condition is not an expression that is true or false");

    private RuleProblems() {}

    static ProblemException invalid(String detail) {
        return new ProblemException(INVALID_RULE, detail);
    }

    /** Names the place of the first error: line and column count from 1. */
    static ProblemException condition(String message, int line, int column) {
        return new ProblemException(
                INVALID_CONDITION,
                "condition, line " + line + ", column " + column + ": " + message,
                Map.of("line", line, "column", column));
    }
}
