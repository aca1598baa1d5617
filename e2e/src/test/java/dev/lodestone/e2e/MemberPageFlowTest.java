package dev.lodestone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.Service;
import dev.lodestone.devstack.launcher.demo.GatewayClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What members do on their page, in a real browser. */
class MemberPageFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PHONE = 360;
    private static final int DESK = 1440;

    @RegisterExtension
    static final RunningSuite RUNNING = new RunningSuite();

    private static Ports ports;
    private static Chromium chromium;
    private static GatewayClient carol;
    private static GatewayClient operator;
    private ConsoleUser user;

    @BeforeAll
    static void prepare() {
        ports = RUNNING.get().ports();
        chromium = new Chromium();
        carol = DemoMember.prepare(ports);
        operator = GatewayClient.login(ports, "olivia");
    }

    @AfterAll
    static void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void leave() {
        if (user != null) {
            user.close();
        }
    }

    @Test
    void G09_shouldSayWhatExpiresAndWhyEachPostingWasMade() {
        arrive("zh-CN", PHONE, "/app/points");

        assertThat(user.region("积分余额")).containsText("可用积分");
        assertThat(user.region("接下来")).containsText("最后可用");
        Locator order = posting("page-1");
        assertThat(order).containsText("消费得积分");
        assertThat(order).containsText("+1,200");
        order.locator("summary").click();
        assertThat(order.locator(".reason")).containsText("1200");
        assertThat(order.locator(".reason")).not().containsText("T00:00:00Z");
        Locator gift = posting("品牌赠送");
        gift.locator("summary").click();
        assertThat(gift.locator(".reason")).containsText("<img src=x onerror=");
        assertThat(user.page().evaluate("() => window.hostile")).isNull();
        user.assertNoErrors();
    }

    @Test
    void G09_shouldCheckInOnceADay() {
        arrive("en", PHONE, "/app");

        user.button("Check in").click();
        assertThat(user.region("Daily check-in")).containsText("Checked in today. Days in a row: 1.");
        assertThat(user.button("Check in")).hasCount(0);
        user.open("/app");
        assertThat(user.region("Daily check-in")).containsText("Checked in today");
        user.assertNoErrors();
    }

    @Test
    void G09_shouldRedeemOnceEvenIfTheAnswerIsLost() {
        arrive("zh-CN", PHONE, "/app/rewards");
        long before = DemoMember.balance(carol);
        AtomicInteger sent = new AtomicInteger();
        user.page().route("**/api/points/v1/redemptions", route -> {
            if (sent.incrementAndGet() == 1) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });

        reward("A bowl of noodles").getByRole(AriaRole.BUTTON).click();
        Locator dialog = user.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("兑换后余额");
        user.button("确认兑换").click();
        assertThat(dialog).containsText("网络连接不上");
        user.button("再试一次").click();

        assertThat(dialog).containsText("已兑换“A bowl of noodles”");
        user.button("完成").click();
        assertThat(dialog).hasCount(0);
        assertThat(sent).hasValue(2);
        assertThat(DemoMember.balance(carol)).isEqualTo(before - 100);
    }

    @Test
    void G09_shouldSayWhyARedemptionIsRefused() {
        String code = "last-bowl";
        operator.put("/api/points/v1/rewards/" + code, Map.of("name", "The last bowl", "cost", 1, "stock", 1))
                .orFail();
        arrive("en", DESK, "/app/rewards");
        assertThat(reward("The last bowl")).containsText("1 left");
        carol.post("/api/points/v1/redemptions", code, Map.of("rewardCode", code))
                .orFail();

        reward("The last bowl").getByRole(AriaRole.BUTTON).click();
        user.button("Redeem now").click();
        Locator dialog = user.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("This reward is sold out");
        user.button("Cancel").click();
        user.open("/app/rewards");
        assertThat(reward("The last bowl")).containsText("Sold out");
        assertThat(reward("The last bowl").getByRole(AriaRole.BUTTON)).isDisabled();
    }

    @Test
    void G09_shouldWriteInACircleAndShowAScriptAsText() {
        // A circle of its own, so that Carol is not in it yet.
        operator.post("/api/community/v1/circles", "page-tea", Map.of("code", "page-tea", "name", "Tea friends"))
                .orFail();
        arrive("zh-CN", PHONE, "/app/circles");
        user.link("Tea friends").click();
        Locator form = user.region("写点什么");
        String post = "汤头很浓 " + System.nanoTime() + " " + DemoMember.HOSTILE;

        user.field("内容").fill(post);
        user.button("发布").click();
        assertThat(form).containsText("您还没有加入这个圈子");
        form.getByText("加入圈子").click();
        assertThat(user.page().getByText("您已在圈子中")).isVisible();
        assertThat(user.field("内容")).hasValue(post);
        user.button("发布").click();

        Locator card = user.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(post));
        assertThat(card).containsText("Carol");
        assertThat(form.getByRole(AriaRole.TEXTBOX)).hasValue("");
        card.locator("summary").click();
        card.getByLabel("写评论").fill("同意 " + DemoMember.HOSTILE);
        card.getByText("发表评论").click();
        assertThat(card.locator(".comments")).containsText("同意 " + DemoMember.HOSTILE);
        assertThat(user.page().evaluate("() => window.hostile")).isNull();

        card.getByText("删除帖子").click();
        card.getByText("删除帖子").click();
        assertThat(card).hasCount(0);
    }

    @Test
    void G11_shouldKeepADraftWhenTheSessionEnds() {
        KeycloakAdmin keycloak = new KeycloakAdmin(ports);
        keycloak.setTokenSeconds("lodestone-console", 3);
        try {
            arrive("en", PHONE, "/app/circles");
            user.link("Noodle lovers").click();
            user.button("Join the circle").click();
            String post = "Written before the end " + System.nanoTime();
            user.field("Text").fill(post);
            keycloak.endSessions(DemoMember.NAME);
            // Longer than a token lives: a request that was under way may have brought one more.
            await("the end of the session")
                    .atMost(PATIENCE)
                    .during(Duration.ofSeconds(4))
                    .until(
                            () -> 401
                                    == (int)
                                            user.page()
                                                    .evaluate(
                                                            "() => fetch('/api/session', { headers: { 'X-Requested-With': 'XMLHttpRequest' } }).then(r => r.status)"));
            user.button("Publish").click();

            Locator dialog = user.page().getByRole(AriaRole.DIALOG);
            Page tab = user.page()
                    .waitForPopup(() -> dialog.getByRole(AriaRole.LINK).click());
            ConsoleUser.fillSignIn(tab, DemoMember.NAME);
            assertThat(tab.getByText("You are signed in again.")).isVisible();
            tab.close();
            dialog.getByRole(AriaRole.BUTTON).click();
            assertThat(dialog).hasCount(0);
            assertThat(user.field("Text")).hasValue(post);
            user.button("Publish").click();
            assertThat(user.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(post)))
                    .hasCount(1);
        } finally {
            keycloak.setTokenSeconds("lodestone-console", 0);
        }
    }

    @Test
    void G09_shouldSayWhichPartIsMissingWhenAServiceIsDown() {
        arrive("zh-CN", PHONE, "/app");
        RUNNING.get().kill("tier");
        try {
            user.open("/app");
            assertThat(user.page().getByText("以下内容暂时无法显示：会员等级。其他内容不受影响。")).isVisible();
            assertThat(user.region("会员等级")).containsText("会员等级暂时无法显示");
            assertThat(user.region("可用积分").locator(".amount")).not().hasText("–");
            assertThat(user.region("每日签到")).containsText("签到");
            user.screenshot(java.nio.file.Path.of("target/screenshots/app-down.png"));
            assertThat(user.accessibilityFaults()).isEmpty();
        } finally {
            RUNNING.get().restart("tier");
        }
        await("the level").atMost(PATIENCE).untilAsserted(() -> {
            if (user.button("重试").count() > 0) {
                user.button("重试").first().click();
            }
            assertThat(user.region("会员等级")).containsText("成长值");
        });
    }

    private void arrive(String locale, int width, String path) {
        user = new ConsoleUser(chromium.get(), ports.url(Service.GATEWAY), locale, width);
        user.signInToApp(DemoMember.NAME, path);
    }

    private Locator posting(String text) {
        return user.page()
                .locator("posting-line")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private Locator reward(String name) {
        return user.page()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }
}
