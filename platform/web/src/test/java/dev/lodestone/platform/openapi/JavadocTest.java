package dev.lodestone.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JavadocTest {
    @Test
    void shouldTurnJavadocIntoMarkdown() {
        Javadoc comment = Javadoc.parse("""
                Returns a {@code {a, b}} of {@link Some#hold}. More
                about it:
                <ul>
                  <li>one &lt; two
                  <li>{@link Some the label}
                </ul>

                <p>The end.

                @param id the hold
                @param at when,
                    in UTC
                @throws ProblemException 404 {@code hold-unknown}
                """);

        assertThat(comment.summary()).isEqualTo("Returns a `{a, b}` of hold");
        assertThat(comment.text())
                .isEqualTo("Returns a `{a, b}` of hold. More about it:\n- one < two\n- the label\n\nThe end.\n\n"
                        + "Errors: 404 `hold-unknown`.");
        assertThat(comment.parameters()).isEqualTo(Map.of("id", "The hold.", "at", "When, in UTC."));
        assertThat(comment.example()).isNull();
    }

    @Test
    void shouldFindTheExample() {
        Javadoc comment = Javadoc.parse("""
                A hold.

                {@snippet lang=json :
                {"id": 1, "part": {"of": "a: b"}}
                }

                @param id its id
                @nullable id
                """);

        assertThat(comment.example()).isEqualTo("{\"id\": 1, \"part\": {\"of\": \"a: b\"}}");
        assertThat(comment.text()).isEqualTo("A hold.");
        assertThat(comment.parameters()).isEqualTo(Map.of("id", "Its id."));
        assertThat(comment.nullable()).containsExactly("id");
    }

    @Test
    void shouldRefuseABraceThatIsNotClosed() {
        assertThatThrownBy(() -> Javadoc.parse("a {@code brace")).isInstanceOf(IllegalArgumentException.class);
    }
}
