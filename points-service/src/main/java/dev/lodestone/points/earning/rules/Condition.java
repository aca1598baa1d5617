package dev.lodestone.points.earning.rules;

import dev.lodestone.events.EventType;
import dev.lodestone.points.expressions.BooleanExpression;
import dev.lodestone.points.expressions.ExpressionFailedException;
import dev.lodestone.points.expressions.InvalidExpressionException;
import java.util.Map;

/** The condition of a rule: an expression over an event and its member. Thread-safe. */
public final class Condition {
    private final BooleanExpression expression;

    private Condition(BooleanExpression expression) {
        this.expression = expression;
    }

    /**
     * Compiles {@code expression} for events of {@code type}.
     *
     * @throws dev.lodestone.platform.problem.ProblemException 400 {@code invalid-condition} with line and column of the first error
     */
    static Condition of(String expression, EventType type) {
        try {
            return new Condition(BooleanExpression.compile(expression, EventShape.variables(type)));
        } catch (InvalidExpressionException invalid) {
            throw RuleProblems.condition(String.valueOf(invalid.getMessage()), invalid.line(), invalid.column());
        }
    }

    /** True if its result may depend on the member, not on the event alone. */
    public boolean readsMember() {
        return expression.reads(EventShape.MEMBER_VARIABLE);
    }

    /**
     * Evaluates it.
     *
     * @param variables {@code event}, {@code member} and {@code occurredAt}
     * @throws ExpressionFailedException if it cannot be evaluated, such as for a division by zero
     */
    public boolean test(Map<String, Object> variables) {
        return expression.test(variables);
    }

    /**
     * Evaluates it for a sample. A missing attribute is no error, since samples do not have the brand's attributes.
     *
     * @param sample description of the sample, such as {@code a member without orders}
     * @throws dev.lodestone.platform.problem.ProblemException 400 {@code invalid-condition} if it cannot be evaluated
     */
    public void checkSample(Map<String, Object> variables, String sample) {
        try {
            expression.test(variables);
        } catch (ExpressionFailedException failure) {
            if (!failure.isFieldMissing()) {
                throw RuleProblems.condition(
                        "it cannot be evaluated for " + sample + ": " + failure.getMessage(), 1, 1);
            }
        }
    }
}
