package dev.lodestone.recall.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Set<String> KNOWN = Set.of("name", "bonus");

    @Test
    void R25_shouldFillItsVariablesAndLeaveTheOthers() {
        Template template = new Template("Dear {name}, {bonus} points wait; {bonus}!").check(KNOWN);

        assertThat(template.fill(Map.of("bonus", "500")).text()).isEqualTo("Dear {name}, 500 points wait; 500!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear {nmae}", "{name", "name}", "{ name }", "{}", "{{name}}", "{name1}"})
    void R25_shouldRefuseATextThatCannotBeFilled(String text) {
        assertThatThrownBy(() -> new Template(text).check(KNOWN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void R25_shouldSayWhichVariableIsUnknown() {
        IllegalArgumentException refused = catchThrowableOfType(
                IllegalArgumentException.class, () -> new Template("{name} {coupon}").check(KNOWN));

        assertThat(String.valueOf(refused.getMessage()))
                .as(refused.getMessage())
                .contains("{coupon}");
    }

    @Test
    void shouldTakeAValueAsItIsButOnOneLine() {
        Template template = new Template("Hello {name}");

        assertThat(template.fill(Map.of("name", "$1 {bonus}\r\nBcc: eve@example.com"))
                        .text())
                .isEqualTo("Hello $1 {bonus} Bcc: eve@example.com");
    }
}
