package dev.lodestone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.Service;
import dev.lodestone.devstack.launcher.demo.GatewayClient;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.orders.OrderCompleted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console in a real browser, as operators use it. */
class ConsoleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Makes what the tests write their own, on a suite that was used before, too. */
    private static final String UNIQUE = Long.toString(System.currentTimeMillis(), 36);

    private static final String MEMBER = "crm:console-" + UNIQUE;
    private static final String MEMBER_PATH = "/console/members/crm%3Aconsole-" + UNIQUE;
    private static final String FIRST_ORDER = "first-" + UNIQUE;
    private static final String LAST_ORDER = "last-" + UNIQUE;
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int DESK = 1440;
    /** A text that would run as a script wherever a page took it for markup. */
    private static final String HOSTILE = "<img src=x onerror=\"window.hostile=1\"><script>window.hostile=1</script>";

    @RegisterExtension
    static final RunningSuite RUNNING = new RunningSuite();

    private static Ports ports;
    private static Chromium chromium;
    private ConsoleUser user;

    @BeforeAll
    static void buySomething() {
        ports = RUNNING.get().ports();
        chromium = new Chromium();
        MemberId member = MemberId.of(MEMBER);
        try (Shop shop = new Shop(ports.kafkaBootstrapServers())) {
            shop.publish(
                    "members",
                    member,
                    daysAgo(40),
                    new MemberRegistered(
                            new MemberProfile("Console", "console@lodestone.example", true, null, null, null)));
            shop.publish(
                    "orders",
                    member,
                    daysAgo(30),
                    new OrderCompleted(FIRST_ORDER, new Money(120_000, "CNY"), null, "store"));
            shop.publish(
                    "orders",
                    member,
                    daysAgo(2),
                    new OrderCompleted(LAST_ORDER, new Money(5_000, "CNY"), null, "store"));
        }
        GatewayClient operator = GatewayClient.login(ports, "olivia");
        await("the points of the orders").atMost(PATIENCE).until(() -> balance(operator) == 1_250);
        operator.post(
                        "/api/points/v1/members/" + MEMBER + "/postings",
                        "hostile-" + UNIQUE,
                        Map.of(
                                "from",
                                Map.of("account", "ISSUED", "asset", "POINTS"),
                                "to",
                                Map.of("account", "AVAILABLE", "asset", "POINTS"),
                                "amount",
                                10,
                                "note",
                                HOSTILE))
                .orFail();
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
    void G08_shouldShowEveryViewWholeAndForEverybody(String locale, int width) {
        arrive("ada", locale, width, "/console");
        Map<String, String> views = Map.ofEntries(
                Map.entry("home", "/console"),
                Map.entry("members", "/console/members"),
                Map.entry("member", MEMBER_PATH),
                Map.entry("rules", "/console/rules"),
                Map.entry("rule", "/console/rules/spend-cny"),
                Map.entry("rule-edit", "/console/rules/spend-cny/2/edit?from=1"),
                Map.entry("rule-try", "/console/rules/spend-cny/1/try"),
                Map.entry("book", "/console/book"),
                Map.entry("tiers", "/console/tiers"),
                Map.entry("community", "/console/community"),
                Map.entry("recall", "/console/recall"),
                Map.entry("access", "/console/access"),
                Map.entry("approvals", "/console/approvals"),
                Map.entry("operations", "/console/operations"),
                Map.entry("audit", "/console/operations/audit"),
                Map.entry("missing", "/console/nowhere"));

        views.forEach((name, path) -> {
            user.open(path);
            user.page().waitForLoadState(LoadState.NETWORKIDLE);
            user.screenshot(SCREENSHOTS.resolve(name + "-" + locale + "-" + width + ".png"));
            assertThat(user.accessibilityFaults()).as(name).isEmpty();
            assertThat(user.isTooWide()).as(name + " is wider than the screen").isFalse();
        });
        user.assertNoErrors();
    }

    @Test
    void G08_shouldFindAMemberAndExplainEachPosting() {
        arrive("olivia", "en", DESK, "/console/members");

        user.field("Member reference or membership number").fill("nonsense");
        user.button("Open").click();
        assertThat(user.page().getByText("Enter channel:id, a UUID or a membership number"))
                .isVisible();
        user.field("Member reference or membership number").fill(MEMBER);
        user.button("Open").click();

        user.page().waitForURL("**" + MEMBER_PATH);
        assertThat(user.region("Balance")).containsText("Points that can be spent now");
        row(FIRST_ORDER)
                .locator("button", new Locator.LocatorOptions().setHasText("Why"))
                .click();
        assertThat(user.page().getByText("Arithmetic").first()).isVisible();
        user.page().getByText("All rules for order " + FIRST_ORDER).click();
        assertThat(user.page().getByText("spend-usd").first()).isVisible();
        user.assertNoErrors();
    }

    @Test
    void G08_shouldAdjustWithAPreviewAndAReasonAndReverse() {
        arrive("olivia", "en", DESK, MEMBER_PATH);
        long before = shownBalance();
        Locator form = user.page().locator("adjust-form");

        form.getByText("Submit").click();
        assertThat(form.getByText("Give a reason of at most 200 characters")).isVisible();
        labelled(form, "Points").fill("25");
        labelled(form, "Reason").fill("Kept waiting");
        assertThat(form).containsText("to " + String.format("%,d", before + 25));
        form.getByText("Submit").click();

        assertThat(user.page().getByText("Done", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        await("the new balance").atMost(PATIENCE).until(() -> shownBalance() == before + 25);
        row("Kept waiting").first().getByText("Reverse").click();
        Locator dialog = user.page().locator("reverse-dialog dialog");
        labelled(dialog, "Reason").fill("A mistake");
        dialog.getByText("Submit").click();
        await("the old balance").atMost(PATIENCE).until(() -> shownBalance() == before);
        user.assertNoErrors();
    }

    @Test
    void G08_shouldShowTheBookAsOfAPastDay() {
        arrive(
                "olivia",
                "zh-CN",
                DESK,
                MEMBER_PATH + "?day="
                        + Instant.now().minus(Duration.ofDays(10)).toString().substring(0, 10));

        assertThat(user.page().getByText("显示截至")).isVisible();
        assertThat(user.region("余额").locator(".card").first()).containsText("1,200");
        assertThat(row(LAST_ORDER)).hasCount(0);
        assertThat(user.page().locator("adjust-form")).hasCount(0);
        user.assertNoErrors();
    }

    @Test
    void G11_shouldKeepADraftWhenTheSessionEnds() {
        // Its token is valid for a minute only.
        KeycloakAdmin keycloak = new KeycloakAdmin(ports);
        keycloak.setTokenSeconds("lodestone-console", 3);
        try {
            arrive("olivia", "en", DESK, MEMBER_PATH);
            Locator form = user.page().locator("adjust-form");
            labelled(form, "Points").fill("7");
            labelled(form, "Reason").fill("Written before the end");
            keycloak.endSessions("olivia");
            await("the end of the session").atMost(PATIENCE).until(() -> {
                user.page()
                        .evaluate("() => fetch('/api/session', { headers: { 'X-Requested-With': 'XMLHttpRequest' } })");
                return (int)
                                user.page()
                                        .evaluate(
                                                "() => fetch('/api/session', { headers: { 'X-Requested-With': 'XMLHttpRequest' } }).then(r => r.status)")
                        == 401;
            });
            form.getByText("Submit").click();

            Locator dialog = user.page().locator("session-dialog dialog");
            assertThat(dialog).isVisible();
            Page tab = user.page()
                    .waitForPopup(() -> dialog.getByText("Sign in (new tab)").click());
            ConsoleUser.fillSignIn(tab, "olivia");
            assertThat(tab.getByText("You are signed in again.")).isVisible();
            tab.close();
            dialog.getByText("I am signed in, go on").click();
            assertThat(dialog).isHidden();
            assertThat(labelled(form, "Reason")).hasValue("Written before the end");
            form.getByText("Submit").click();
            assertThat(row("Written before the end")).hasCount(1);
        } finally {
            new KeycloakAdmin(ports).setTokenSeconds("lodestone-console", 0);
        }
    }

    @Test
    void G11_shouldShowAScriptAsTheTextThatItIs() {
        arrive("olivia", "en", DESK, MEMBER_PATH);

        assertThat(row("<img src=x onerror=")).hasCount(1);
        assertThat(user.page().evaluate("() => window.hostile")).isNull();
        user.page().navigate("/console/rules/" + "%3Cscript%3Ewindow.hostile=1%3C%2Fscript%3E".replace("%2F", "-"));
        user.heading();
        assertThat(user.page().evaluate("() => window.hostile")).isNull();
    }

    @Test
    void G15_shouldSayWhichCapabilityIsMissing() {
        arrive("rhea", "en", DESK, "/console/members");

        assertThat(user.page().getByText("It needs the capability members-read"))
                .isVisible();
        user.link("Operations").click();
        assertThat(user.page().getByText("It needs the capability dead-letters"))
                .isVisible();
        user.link("Earning rules").click();
        user.link("spend-cny").click();
        assertThat(user.heading()).containsText("spend-cny");
        user.assertNoErrors();
    }

    @Test
    void G08_shouldWorkByTheKeyboardAlone() {
        arrive("olivia", "en", DESK, "/console");
        Page page = user.page();

        press(page, "Tab", "Skip to the content");
        tabTo(page, "Members");
        page.keyboard().press("Enter");
        page.waitForURL("**/console/members");
        tabTo(page, "Member reference or membership number");
        page.keyboard().type(MEMBER);
        page.keyboard().press("Enter");
        page.waitForURL("**" + MEMBER_PATH);
        row(FIRST_ORDER).waitFor();
        tabTo(page, "Why");
        page.keyboard().press("Enter");
        assertThat(page.locator("posting-why")).isVisible();
        user.assertNoErrors();
    }

    @Test
    void G08_shouldRememberLanguageAndColours() {
        arrive("olivia", "zh-CN", DESK, "/console");

        user.page().getByLabel("语言").selectOption("en");
        assertThat(user.heading()).hasText("Home");
        user.button("Switch to dark colours").click();
        user.open("/console/rules");
        assertThat(user.heading()).hasText("Earning rules");
        assertThat(user.page().locator("html")).hasAttribute("theme", "dark");
        assertThat(user.accessibilityFaults()).isEmpty();
    }

    private void arrive(String name, String locale, int width, String path) {
        user = new ConsoleUser(chromium.get(), ports.url(Service.GATEWAY), locale, width);
        user.signIn(name, path);
    }

    private Locator row(String text) {
        return user.page().locator("member-timeline tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator labelled(Locator form, String name) {
        return form.getByLabel(name, new Locator.GetByLabelOptions().setExact(true));
    }

    private long shownBalance() {
        String shown = user.page()
                .locator("member-view section[aria-labelledby='balance-title'] dd")
                .first()
                .innerText();
        return Long.parseLong(shown.replace(",", ""));
    }

    private static void press(Page page, String key, String expected) {
        page.keyboard().press(key);
        assertThat(focused(page)).contains(expected);
    }

    private static void tabTo(Page page, String name) {
        for (int tabs = 0; tabs < 60; tabs++) {
            if (focused(page).contains(name)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + name);
    }

    /** What the focused element is called. */
    private static String focused(Page page) {
        return String.valueOf(page.evaluate("""
                () => {
                  const at = document.activeElement;
                  const label = at.labels?.[0]?.textContent ?? '';
                  const text = at.matches('a, button, summary') ? at.textContent : '';
                  return `${at.getAttribute('aria-label') ?? ''} ${label} ${text}`.trim();
                }"""));
    }

    private static long balance(GatewayClient operator) {
        return operator.get("/api/points/v1/members/" + MEMBER + "/balance")
                .body()
                .path("balance")
                .asLong();
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }
}
