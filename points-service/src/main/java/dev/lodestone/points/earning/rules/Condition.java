package dev.lodestone.points.earning.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.lodestone.events.EventType;
import java.util.Map;

/**
 * A boolean CEL expression, checked against the types of the event's data. The number of iterations is limited, so it always ends.
 * Thread-safe.
 */
public final class Condition {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .comprehensionMaxIterations(10_000)
            .maxExpressionCodePointSize(2_000)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private static final String MEMBER = "member";

    private final CelRuntime.Program program;
    private final boolean readsMember;

    private Condition(CelRuntime.Program program, boolean readsMember) {
        this.program = program;
        this.readsMember = readsMember;
    }

    /**
     * Compiles {@code expression} for events of {@code type}.
     *
     * @throws dev.lodestone.platform.problem.ProblemException 400 {@code invalid-condition} with line and column of the first error
     */
    static Condition of(String expression, EventType type) {
        CelValidationResult checked = compiler(type).compile(expression);
        if (checked.hasError()) {
            CelIssue first = checked.getErrors().getFirst();
            throw RuleProblems.condition(
                    first.getMessage(),
                    first.getSourceLocation().getLine(),
                    first.getSourceLocation().getColumn() + 1);
        }
        try {
            CelAbstractSyntaxTree tree = checked.getAst();
            boolean readsMember = tree.getReferenceMap().values().stream()
                    .anyMatch(reference -> reference.name().equals(MEMBER));
            return new Condition(RUNTIME.createProgram(tree), readsMember);
        } catch (CelValidationException | CelEvaluationException unexpected) {
            throw RuleProblems.condition(String.valueOf(unexpected.getMessage()), 1, 1);
        }
    }

    /** True if its result may depend on the member, not on the event alone. */
    public boolean readsMember() {
        return readsMember;
    }

    /**
     * Evaluates it.
     *
     * @param variables {@code event}, {@code member} and {@code occurredAt}
     * @throws ConditionException if it cannot be evaluated, such as for a division by zero
     */
    public boolean test(Map<String, Object> variables) {
        try {
            return Boolean.TRUE.equals(program.eval(variables));
        } catch (CelEvaluationException failure) {
            throw new ConditionException(String.valueOf(failure.getMessage()), failure);
        }
    }

    /**
     * Evaluates it for a sample. A missing attribute is no error, since samples do not have the brand's attributes.
     *
     * @param sample description of the sample, such as {@code a member without orders}
     * @throws dev.lodestone.platform.problem.ProblemException 400 {@code invalid-condition} if it cannot be evaluated
     */
    public void checkSample(Map<String, Object> variables, String sample) {
        try {
            program.eval(variables);
        } catch (CelEvaluationException failure) {
            if (failure.getErrorCode() != CelErrorCode.ATTRIBUTE_NOT_FOUND) {
                throw RuleProblems.condition(
                        "it cannot be evaluated for " + sample + ": " + failure.getMessage(), 1, 1);
            }
        }
    }

    private static CelCompiler compiler(EventType type) {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(EventShape.PROVIDER)
                .addVar("event", EventShape.of(type))
                .addVar(MEMBER, EventShape.MEMBER)
                .addVar("occurredAt", SimpleType.TIMESTAMP)
                .setResultType(SimpleType.BOOL)
                .build();
    }
}
