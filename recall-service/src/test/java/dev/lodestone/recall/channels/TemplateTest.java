package dev.lodestone.recall.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

        assertEquals(
                "Dear {name}, 500 points wait; 500!",
                template.fill(Map.of("bonus", "500")).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear {nmae}", "{name", "name}", "{ name }", "{}", "{{name}}", "{name1}"})
    void R25_shouldRefuseATextThatCannotBeFilled(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Template(text).check(KNOWN));
    }

    @Test
    void R25_shouldSayWhichVariableIsUnknown() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new Template("{name} {coupon}").check(KNOWN));

        assertTrue(String.valueOf(refused.getMessage()).contains("{coupon}"), refused.getMessage());
    }

    @Test
    void shouldTakeAValueAsItIsButOnOneLine() {
        Template template = new Template("Hello {name}");

        assertEquals(
                "Hello $1 {bonus} Bcc: eve@example.com",
                template.fill(Map.of("name", "$1 {bonus}\r\nBcc: eve@example.com"))
                        .text());
    }
}
