package dev.lodestone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.Service;
import dev.lodestone.devstack.launcher.demo.GatewayClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the member page looks and loads, in a real browser. */
class MemberPageTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int PHONE = 360;
    private static final int DESK = 1440;
    private static final int FIRST_LOAD_BYTES_MAX = 100 << 10;
    private static final int ELDER_TYPE_PX = 18;
    private static final int ELDER_TARGET_PX = 60;

    @RegisterExtension
    static final RunningSuite RUNNING = new RunningSuite();

    private static Ports ports;
    private static Chromium chromium;
    private static String circle;
    private ConsoleUser user;

    @BeforeAll
    static void prepare() {
        ports = RUNNING.get().ports();
        chromium = new Chromium();
        GatewayClient carol = DemoMember.prepare(ports);
        circle = "/app/circles/"
                + carol.get("/api/community/v1/circles")
                        .orFail()
                        .at("/items/0/id")
                        .asText();
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

    @ParameterizedTest
    @CsvSource({"zh-CN, 1440", "zh-CN, 360", "en, 1440", "en, 360"})
    void G09_shouldShowEveryViewWholeAndForEverybody(String locale, int width) {
        arrive(locale, width, "/app");

        views().forEach((name, path) -> check(name + "-" + locale + "-" + width, path));
        user.assertNoErrors();
    }

    @ParameterizedTest
    @CsvSource({"light, 360", "dark, 360", "light, 1440", "dark, 1440"})
    void G09_shouldShowElderModeLargeAndWithFewerThings(String theme, int width) {
        arrive("zh-CN", width, "/app/profile");
        user.page()
                .getByLabel("长辈版", new Page.GetByLabelOptions().setExact(true))
                .check();
        user.page().getByLabel("深色模式").setChecked(theme.equals("dark"));

        views().forEach((name, path) -> {
            check(name + "-elder-" + theme + "-" + width, path);
            assertThat(smallTexts()).as(name).isEmpty();
            assertThat(smallTargets()).as(name).isEmpty();
        });
        assertThat(user.link("圈子")).hasCount(0);
        user.assertNoErrors();
    }

    @Test
    void G09_shouldShowDarkColoursWithoutFaults() {
        arrive("en", PHONE, "/app/profile");
        user.page().getByLabel("Dark colours").check();

        views().forEach((name, path) -> check(name + "-dark", path));
        user.assertNoErrors();
    }

    @Test
    void G09_shouldWorkByTheKeyboardAlone() {
        arrive("en", DESK, "/app");
        Page page = user.page();
        user.region("Points to spend").waitFor();

        page.keyboard().press("Tab");
        assertThat(user.link("Skip to the content")).isFocused();
        tabTo(user.link("Points"));
        page.keyboard().press("Enter");
        page.waitForURL("**/app/points");
        assertThat(user.heading()).isFocused();
        Locator posting = page.locator("summary").filter(new Locator.FilterOptions().setHasText("order page-1"));
        posting.waitFor();
        tabTo(posting);
        page.keyboard().press("Enter");
        assertThat(page.locator("posting-line .reason")).containsText("1200 points");
        page.navigate("/app/rewards");
        Locator redeem = page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("A bowl of noodles"))
                .getByRole(AriaRole.BUTTON);
        redeem.waitFor();
        tabTo(redeem);
        page.keyboard().press("Enter");
        assertThat(user.button("Redeem now")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        user.assertNoErrors();
    }

    @Test
    void G09_shouldLoadInLessThan100KB() {
        arrive("zh-CN", PHONE, "/app");
        List<Response> loaded = new ArrayList<>();
        user.page().onResponse(loaded::add);

        slowNetwork();
        user.open("/app");
        user.region("可用积分").waitFor();
        double usableMs = ((Number) user.page().evaluate("() => performance.now()")).doubleValue();
        user.page().waitForLoadState(LoadState.NETWORKIDLE);

        long bytes = loaded.stream()
                .mapToLong(response -> response.request().sizes().responseBodySize)
                .sum();
        System.out.printf(
                "Member page on slow 4G: usable after %.0f ms; %d requests, %d bytes%n",
                usableMs, loaded.size(), bytes);
        assertThat(bytes).isLessThan(FIRST_LOAD_BYTES_MAX);
        assertThat(loaded)
                .noneMatch(response ->
                        response.url().contains("vaadin") || response.url().contains("echarts"));
    }

    @Test
    void G09_shouldShowAPreviewAndAWelcomeToWhoIsNotSignedIn() {
        HttpBrowser crawler = new HttpBrowser();
        HttpBrowser.Page preview = crawler.open(URI.create(ports.url(Service.GATEWAY) + circle));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body())
                .contains("<title>会员圈子 · Circles</title>")
                .contains("property=\"og:title\" content=\"会员圈子 · Circles\"")
                .contains("property=\"og:description\"")
                .doesNotContain("Noodle", "Carol");
        assertThat(preview.header("content-security-policy").orElseThrow()).contains("script-src 'self'");

        user = new ConsoleUser(chromium.get(), ports.url(Service.GATEWAY), "zh-CN", PHONE);
        user.open(circle);
        user.screenshot(SCREENSHOTS.resolve("app-welcome.png"));
        assertThat(user.accessibilityFaults()).isEmpty();
        user.link("登录").click();
        ConsoleUser.fillSignIn(user.page(), DemoMember.NAME);
        user.page().waitForURL("**" + circle);
        assertThat(user.heading()).hasText("Noodle lovers");
        user.assertNoErrors();

        user.link("我的").click();
        user.link("退出登录").click();
        user.page().waitForURL("**/session/ended*");
        user.link("会员页 · Member page").click();
        assertThat(user.heading()).hasText("欢迎来到会员中心");
        user.assertNoErrors();
    }

    private static Map<String, String> views() {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("app-home", "/app");
        views.put("app-points", "/app/points");
        views.put("app-rewards", "/app/rewards");
        views.put("app-level", "/app/level");
        views.put("app-circles", "/app/circles");
        views.put("app-circle", circle);
        views.put("app-profile", "/app/profile");
        views.put("app-missing", "/app/nowhere");
        return views;
    }

    private void arrive(String locale, int width, String path) {
        user = new ConsoleUser(chromium.get(), ports.url(Service.GATEWAY), locale, width);
        user.signInToApp(DemoMember.NAME, path);
    }

    private void check(String name, String path) {
        user.open(path);
        user.page().waitForLoadState(LoadState.NETWORKIDLE);
        user.screenshot(SCREENSHOTS.resolve(name + ".png"));
        assertThat(user.accessibilityFaults()).as(name).isEmpty();
        assertThat(user.isTooWide()).as(name + " is wider than the screen").isFalse();
        assertThat(user.page().evaluate("() => window.hostile")).isNull();
    }

    /** 1.6 Mbit/s down, 750 kbit/s up, 150 ms: what Lighthouse calls slow 4G; nothing comes from the browser's cache. */
    private void slowNetwork() {
        CDPSession session = user.page().context().newCDPSession(user.page());
        session.send("Network.enable");
        JsonObject cache = new JsonObject();
        cache.addProperty("cacheDisabled", true);
        session.send("Network.setCacheDisabled", cache);
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", 150);
        network.addProperty("downloadThroughput", 1_600_000 / 8);
        network.addProperty("uploadThroughput", 750_000 / 8);
        session.send("Network.emulateNetworkConditions", network);
    }

    private void tabTo(Locator wanted) {
        for (int tabs = 0; tabs < 60; tabs++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            user.page().keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + wanted);
    }

    /** Texts that are smaller than elder mode allows. */
    private List<?> smallTexts() {
        return (List<?>) user.page().evaluate("""
                px => [...document.querySelectorAll('main *, header *, nav *')]
                    .filter(e => e.offsetParent && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
                    .filter(e => !e.closest('.unseen, .skip') && parseFloat(getComputedStyle(e).fontSize) < px)
                    .map(e => e.textContent.trim().slice(0, 40))""", ELDER_TYPE_PX);
    }

    /** Buttons and fields that are lower than elder mode allows; links in a sentence are no targets of their own. */
    private List<?> smallTargets() {
        return (List<?>) user.page().evaluate("""
                px => [...document.querySelectorAll('button, .button, summary, select, textarea, nav a, input')]
                    .filter(e => e.offsetParent && e.getBoundingClientRect().height < px - 0.5)
                    .map(e => `${e.tagName} ${e.textContent.trim().slice(0, 40)} ${e.getBoundingClientRect().height}`)""", ELDER_TARGET_PX);
    }
}
