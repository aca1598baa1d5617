package dev.lodestone.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final TypeReference<List<Award>> AWARDS = new TypeReference<>() {};

    private final Json json = new Json(new ObjectMapper());

    record Award(String rule, long points) {}

    @Test
    void shouldReadWhatItWrote() {
        Award award = new Award("spend-cny", 10);

        assertThat(json.read(json.write(award), Award.class)).isEqualTo(award);
        assertThat(json.read(json.write(List.of(award)), AWARDS)).containsExactly(award);
        assertThat(json.tree(json.write(award))).hasToString(json.write(award));
        assertThat(json.treeOf(award)).hasToString(json.write(award));
    }

    @Test
    void shouldReportUnreadableTextAsADefectWithoutRepeatingIt() {
        assertThatThrownBy(() -> json.read("{\"rule\": \"secret\"", Award.class))
                .satisfies(JsonTest::isSilent);
        assertThatThrownBy(() -> json.read("{\"points\": \"secret\"}", Award.class))
                .satisfies(JsonTest::isSilent);
        assertThatThrownBy(() -> json.read("[{\"points\": 1},", AWARDS)).satisfies(JsonTest::isSilent);
        assertThatThrownBy(() -> json.tree("secret")).satisfies(JsonTest::isSilent);
    }

    @Test
    void shouldReportAnUnwritableValueAsADefect() {
        assertThatThrownBy(() -> json.write(Map.of("self", new Object())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be written as JSON");
    }

    private static void isSilent(Throwable failure) {
        assertThat(failure).isInstanceOf(IllegalStateException.class);
        assertThat(failure.getMessage())
                .startsWith("the stored JSON cannot be read")
                .doesNotContain("secret");
    }
}
