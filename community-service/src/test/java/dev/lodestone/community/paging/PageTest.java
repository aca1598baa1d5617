package dev.lodestone.community.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @Test
    void shouldHaveNoNextWhenEverythingFits() {
        Page<Long> page = Page.of(List.of(1L, 2L), 2, Cursor::of);

        assertThat(page.items()).containsExactly(1L, 2L);
        assertThat(page.next()).isNull();
    }

    @Test
    void shouldContinueAfterItsLastItemWhenMoreFollows() {
        Page<Long> page = Page.of(List.of(7L, 5L, 4L), 2, Cursor::of);

        assertThat(page.items()).containsExactly(7L, 5L);
        assertThat(Cursor.number(page.next(), Long.MAX_VALUE)).isEqualTo(5);
    }

    @Test
    void shouldStartAtTheFirstItemWithoutACursor() {
        assertThat(Cursor.number(null, 42)).isEqualTo(42);
        assertThat(Cursor.key(null, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "bm9vZGxlcw", "12"})
    void shouldRefuseAnInvalidCursor(String invalid) {
        assertThatThrownBy(() -> Cursor.number(invalid, 1)).isInstanceOf(ProblemException.class);
    }
}
