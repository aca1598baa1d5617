package dev.lodestone.points.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BooleanExpressionTest {
    private static final StructType VISIT =
            ExpressionVariables.struct("Visit", Map.of("pages", SimpleType.INT, "days", SimpleType.INT));
    private static final ExpressionVariables VARIABLES = new ExpressionVariables(
            Map.of("visit", VISIT, "name", SimpleType.STRING), ExpressionVariables.providing(List.of(VISIT)));

    @Test
    void shouldEvaluateTheDeclaredVariables() {
        BooleanExpression expression = compile("visit.pages > 3 && name == 'a'");

        assertThat(expression.test(Map.of("visit", Map.of("pages", 4L), "name", "a")))
                .isTrue();
        assertThat(expression.test(Map.of("visit", Map.of("pages", 3L), "name", "a")))
                .isFalse();
    }

    @Test
    void shouldKnowWhichVariablesItReads() {
        assertThat(compile("name == 'a'").reads("name")).isTrue();
        assertThat(compile("name == 'a'").reads("visit")).isFalse();
    }

    @Test
    void shouldNameThePositionOfTheFirstError() {
        assertThatExceptionOfType(InvalidExpressionException.class)
                .isThrownBy(() -> compile("name == 'a' &&\n visit.page > 3"))
                .satisfies(invalid ->
                        assertThat(List.of(invalid.line(), invalid.column())).isEqualTo(List.of(2, 7)))
                .withMessageContaining("page");
    }

    @Test
    void shouldRefuseAnExpressionThatIsNotBoolean() {
        assertThatExceptionOfType(InvalidExpressionException.class).isThrownBy(() -> compile("visit.pages"));
    }

    @Test
    void shouldTellAMissingFieldFromAFailure() {
        assertThatExceptionOfType(ExpressionFailedException.class)
                .isThrownBy(() -> compile("visit.pages > 3").test(Map.of("visit", Map.of(), "name", "a")))
                .matches(ExpressionFailedException::isFieldMissing);
        assertThatExceptionOfType(ExpressionFailedException.class)
                .isThrownBy(() -> compile("visit.pages / visit.days > 3")
                        .test(Map.of("visit", Map.of("pages", 4L, "days", 0L), "name", "a")))
                .matches(failure -> !failure.isFieldMissing())
                .withMessageContaining("zero");
    }

    private static BooleanExpression compile(String source) {
        return BooleanExpression.compile(source, VARIABLES);
    }
}
