package dev.lodestone.points.expressions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A compiled boolean CEL expression. The number of iterations is limited, so it always ends. Thread-safe. */
public final class BooleanExpression {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .comprehensionMaxIterations(10_000)
            .maxExpressionCodePointSize(2_000)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final CelRuntime.Program program;
    private final Set<String> names;

    private BooleanExpression(CelRuntime.Program program, Set<String> names) {
        this.program = program;
        this.names = names;
    }

    /**
     * Compiles {@code source} and checks its types.
     *
     * @throws InvalidExpressionException with line and column of the first error
     */
    public static BooleanExpression compile(String source, ExpressionVariables variables) {
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(variables.structs())
                .setResultType(SimpleType.BOOL);
        variables.types().forEach(compiler::addVar);
        CelValidationResult checked = compiler.build().compile(source);
        if (checked.hasError()) {
            CelIssue first = checked.getErrors().getFirst();
            throw new InvalidExpressionException(
                    first.getMessage(),
                    first.getSourceLocation().getLine(),
                    first.getSourceLocation().getColumn() + 1);
        }
        try {
            CelAbstractSyntaxTree tree = checked.getAst();
            Set<String> names = tree.getReferenceMap().values().stream()
                    .map(reference -> reference.name())
                    .collect(Collectors.toUnmodifiableSet());
            return new BooleanExpression(RUNTIME.createProgram(tree), names);
        } catch (CelValidationException | CelEvaluationException unexpected) {
            throw new InvalidExpressionException(String.valueOf(unexpected.getMessage()), 1, 1);
        }
    }

    /** True if its result may depend on {@code variable}. */
    public boolean reads(String variable) {
        return names.contains(variable);
    }

    /**
     * Evaluates it.
     *
     * @param values by the names of the declared variables
     * @throws ExpressionFailedException if it cannot be evaluated
     */
    public boolean test(Map<String, Object> values) {
        try {
            return Boolean.TRUE.equals(program.eval(values));
        } catch (CelEvaluationException failure) {
            throw new ExpressionFailedException(
                    String.valueOf(failure.getMessage()),
                    failure.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND,
                    failure);
        }
    }
}
