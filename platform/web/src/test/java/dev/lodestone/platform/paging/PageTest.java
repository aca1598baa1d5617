package dev.lodestone.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
    void shouldKeepTheCursorWhenItemsAreReplacedByTheirViews() {
        Page<Long> page = Page.of(List.of(7L, 5L, 4L), 2, Cursor::of);

        Page<String> views = page.map(item -> "number " + item);

        assertThat(views.items()).containsExactly("number 7", "number 5");
        assertThat(views.next()).isEqualTo(page.next());
    }

    @Test
    void shouldBeEmptyWithoutItems() {
        assertThat(Page.of(List.<Long>of(), 20, Cursor::of)).isEqualTo(new Page<>(List.of(), null));
    }
}
