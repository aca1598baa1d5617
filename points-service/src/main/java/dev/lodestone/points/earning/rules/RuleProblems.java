package dev.lodestone.points.earning.rules;

import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.problem.ProblemType;
import java.util.Map;

/** The problems of rule definitions. */
final class RuleProblems {
    private static final ProblemType INVALID_RULE =
            new ProblemType("invalid-rule", 400, "The rule definition is invalid");
    private static final ProblemType INVALID_CONDITION =
            new ProblemType("invalid-condition", 400, "The condition is not a valid boolean expression");

    private RuleProblems() {}

    static ProblemException invalid(String detail) {
        return new ProblemException(INVALID_RULE, detail);
    }

    /** A problem at the position of the first error; line and column start at 1. */
    static ProblemException condition(String message, int line, int column) {
        return new ProblemException(
                INVALID_CONDITION,
                "condition, line " + line + ", column " + column + ": " + message,
                Map.of("line", line, "column", column));
    }
}
