package dev.lodestone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An operator or a member in front of a page, who finds everything by its role and name. Errors in the browser's own console are kept. */
final class ConsoleUser implements AutoCloseable {
    private static final double PATIENCE_MS = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    ConsoleUser(Browser browser, String base, String locale, int width) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale(locale)
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(width, 900));
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onPageError(error -> errors.add(error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " at " + message.location());
            }
        });
    }

    /** Opens an address and signs in on the page of the identity provider. */
    void signIn(String user, String path) {
        page.navigate(path);
        fillSignIn(page, user);
        page.waitForURL("**" + path);
        heading();
    }

    /** Signs in as a member; the member page asks for it at one address, which leads on to the wanted one. */
    void signInToApp(String user, String path) {
        page.navigate("/app/sign-in?to=" + path);
        fillSignIn(page, user);
        page.waitForURL("**" + path);
        heading();
    }

    static void fillSignIn(Page page, String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(user + "-demo");
        page.locator("#kc-login").click();
    }

    void open(String path) {
        page.navigate(path);
        heading();
    }

    Page page() {
        return page;
    }

    Locator heading() {
        Locator heading = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
        heading.waitFor();
        return heading;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String name) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name));
    }

    Locator region(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** What axe finds that is serious or critical, one line each. */
    List<String> accessibilityFaults() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(fault -> List.of("serious", "critical").contains(fault.getImpact()))
                        .map(fault -> fault.getId() + ": " + fault.getHelp() + " "
                                + fault.getNodes().stream()
                                        .limit(3)
                                        .map(CheckedNode::getHtml)
                                        .toList())
                        .toList();
    }

    /** Whether something is wider than the screen, so that one must scroll sideways. */
    boolean isTooWide() {
        return (boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    void assertNoErrors() {
        assertThat(errors).as("errors in the browser's console").isEmpty();
    }

    /** The browser writes each refused request to its console, too. */
    void assertNoErrorsBut(String refused) {
        assertThat(errors)
                .as("errors in the browser's console")
                .allMatch(error -> error.startsWith("Failed to load resource") && error.contains(refused));
    }

    @Override
    public void close() {
        context.close();
    }
}
