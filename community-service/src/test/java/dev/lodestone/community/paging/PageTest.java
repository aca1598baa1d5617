package dev.lodestone.community.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestone.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @Test
    void shouldHaveNoNextWhenEverythingFits() {
        Page<Long> page = Page.of(List.of(1L, 2L), 2, Cursor::of);

        assertEquals(List.of(1L, 2L), page.items());
        assertNull(page.next());
    }

    @Test
    void shouldPointBehindItsLastItemWhenMoreFollows() {
        Page<Long> page = Page.of(List.of(7L, 5L, 4L), 2, Cursor::of);

        assertEquals(List.of(7L, 5L), page.items());
        assertEquals(5, Cursor.number(page.next(), Long.MAX_VALUE));
    }

    @Test
    void shouldBeginAtTheStartWithoutACursor() {
        assertEquals(42, Cursor.number(null, 42));
        assertEquals("", Cursor.key(null, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "bm9vZGxlcw", "12"})
    void shouldRefuseACursorThatIsNotOurs(String foreign) {
        assertThrows(ProblemException.class, () -> Cursor.number(foreign, 1));
    }
}
