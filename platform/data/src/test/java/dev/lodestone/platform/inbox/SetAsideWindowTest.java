package dev.lodestone.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SetAsideWindowTest {
    private record Limits(int run, int sharePercent, int window) implements InboxConfig.Pause {}

    private final SetAsideWindow window = new SetAsideWindow(new Limits(100, 50, 400));

    @Test
    void shouldPauseAfterARunAndThenCountAnew() {
        assertThat(window.add(60, 60)).isEmpty();
        assertThat(window.add(60, 60)).contains("120 records in a row were set aside");
        assertThat(window.add(60, 60)).isEmpty();
    }

    @Test
    void shouldEndARunWithOneGoodRecord() {
        assertThat(window.add(99, 99)).isEmpty();
        assertThat(window.add(10, 9)).isEmpty();
        assertThat(window.add(99, 99)).isEmpty();
    }

    @Test
    void shouldPauseWhenTheShareOfAFullWindowIsTooLarge() {
        assertThat(window.add(200, 150)).as("not full yet").isEmpty();
        assertThat(window.add(200, 40)).as("190 of 400").isEmpty();
        assertThat(window.add(200, 170)).contains("210 of the last 400 records were set aside");
    }
}
