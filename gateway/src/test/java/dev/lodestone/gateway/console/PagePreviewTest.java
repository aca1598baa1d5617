package dev.lodestone.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagePreviewTest {
    private static final String PAGE =
            "<title>{title}</title><meta property=\"og:title\" content=\"{title}\">{description}";

    @Test
    void G09_shouldNameTheKindOfViewInThePreview() {
        assertThat(PagePreview.of("/app/rewards").in(PAGE))
                .contains("<title>积分兑换 · Rewards</title>", "content=\"积分兑换 · Rewards\"", "Rewards for your points.")
                .doesNotContain("{");
    }

    @Test
    void G09_shouldShowTheSamePreviewForEveryCircle() {
        assertThat(PagePreview.of("/app/circles/0197aaaa-0000-7000-8000-000000000001"))
                .isEqualTo(PagePreview.of("/app/circles"))
                .isNotEqualTo(PagePreview.of("/app"));
    }

    @Test
    void G09_shouldRepeatNothingOfTheAddress() {
        assertThat(PagePreview.of("/app/\"><script>")).isEqualTo(PagePreview.of("/app"));
        assertThat(PagePreview.of("/app/")).isEqualTo(PagePreview.of("/app"));
    }
}
