package dev.lodestone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.Service;
import dev.lodestone.devstack.launcher.demo.GatewayClient;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators do in the console with rules, the book, the community and recall. */
class ConsoleFlowsTest {
    private static final int DESK = 1440;
    private static final int PHONE = 360;
    /** Makes what a test writes its own, on a suite that was used before, too. */
    private static final String UNIQUE = Long.toString(System.currentTimeMillis(), 36);

    @RegisterExtension
    static final RunningSuite RUNNING = new RunningSuite();

    private static Ports ports;
    private static Chromium chromium;
    private ConsoleUser user;

    @BeforeAll
    static void open() {
        ports = RUNNING.get().ports();
        chromium = new Chromium();
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
    void G08_shouldPublishARuleOnlyAfterABacktest() {
        String code = "tea-" + UNIQUE;
        arrive("olivia", "en", DESK, "/console/rules");
        user.field("Code").fill(code);
        user.button("Write it").click();
        user.page().waitForURL("**/console/rules/" + code + "/1/edit");

        choose("Event", "brand.behaviour.recorded.v1");
        choose("Kind", "FIXED");
        user.region("Condition (CEL)").getByRole(AriaRole.TEXTBOX).fill("event.acton == 'console-tea'");
        assertThat(user.page().getByText("Line 1, column 6").first()).isVisible();
        user.region("Condition (CEL)").getByRole(AriaRole.TEXTBOX).fill("event.action == 'console-tea'");
        assertThat(user.region("In words")).containsText("1 point each time");
        user.button("Save the draft").click();

        user.page().waitForURL("**/console/rules/" + code + "/1/try");
        assertThat(user.page().getByText("Backtest it first")).isVisible();
        Locator data =
                user.region("Simulate one event").getByRole(AriaRole.TEXTBOX).first();
        data.fill("{\"action\": \"console-tea\", \"target\": \"x\", \"attributes\": {}}");
        user.button("Simulate").click();
        assertThat(user.region("Simulate one event")).containsText("paid 1");
        user.button("Start the backtest").click();
        assertThat(user.region("Backtest")).containsText("Cost of this version");
        user.page().getByLabel("In force from").fill("2099-01-01T00:00");
        user.button("Publish or propose").click();
        assertThat(user.page().getByText("This version is published.")).isVisible();

        user.open("/console/rules?state=SCHEDULED");
        assertThat(user.link(code)).isVisible();
        user.assertNoErrorsBut("/earning-rules/validation");
    }

    @Test
    void G08_shouldKeepTheDraftOfARule() {
        arrive("olivia", "zh-CN", DESK, "/console/rules/draft-" + UNIQUE + "/1/edit");
        user.field("中文名称").fill("下午茶");

        user.page().reload();

        assertThat(user.field("中文名称")).hasValue("下午茶");
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void G08_shouldVerifyTheBook(int width) {
        arrive("olivia", "en", width, "/console/book");

        assertThat(user.region("Liability").first()).containsText("Outstanding points × unit cost");
        assertThat(user.region("Seals and keys")).containsText("Unsealed");
        user.button("Verify now").click();
        user.page().waitForURL("**/console/book?verification=*");
        assertThat(user.region("Verification")).containsText("Findings");
        user.assertNoErrors();
    }

    @Test
    void G08_shouldShowTheLadder() {
        arrive("olivia", "zh-CN", PHONE, "/console/tiers");

        assertThat(user.region("等级阶梯")).containsText("升级条件");
        user.assertNoErrors();
    }

    @Test
    void G08_shouldRemoveAPost() {
        String text = "Buy cheap noodles here " + UNIQUE;
        GatewayClient alice = GatewayClient.login(ports, "alice");
        String circle =
                alice.get("/api/community/v1/circles").body().at("/items/0/id").asText();
        alice.post("/api/community/v1/circles/" + circle + "/members", "join-" + UNIQUE, Map.of())
                .orFail();
        alice.post("/api/community/v1/circles/" + circle + "/posts", "post-" + UNIQUE, Map.of("text", text))
                .orFail();
        arrive("milo", "en", DESK, "/console/community");

        user.link("Noodle lovers").click();
        Locator post = user.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(text));
        post.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))
                .click();
        user.button("Remove the post").click();

        assertThat(post).hasCount(0);
        user.assertNoErrors();
    }

    @Test
    void G08_shouldCreateACampaignWithItsMessageShownFirst() {
        String name = "Campaign " + UNIQUE;
        arrive("olivia", "en", DESK, "/console/recall");
        user.field("Name").fill(name);
        user.field("Subject").fill("We miss you, {name}");
        user.field("Message").fill("Come back for {bonus} points");
        user.field("Bonus points for a return").fill("50");
        assertThat(user.region("Preview")).containsText("We miss you, Alex");
        assertThat(user.region("Preview")).containsText("Come back for 50 points");
        user.button("Submit").click();

        user.link(name).click();
        assertThat(user.heading()).hasText(name);
        assertThat(user.region("Both arms")).containsText("No run yet");
        user.assertNoErrors();
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void G15_shouldShowWhoDidWhat(int width) {
        String code = "audited-" + UNIQUE + "-" + width;
        GatewayClient olivia = GatewayClient.login(ports, "olivia");
        String actor = olivia.get("/api/session").orFail().path("subject").asText();
        olivia.put("/api/points/v1/rewards/" + code, Map.of("name", "Audited", "cost", 7))
                .orFail();
        arrive("ada", "en", width, "/console/operations");

        user.link("Audit trail").click();
        user.field("Subject").fill(code);
        user.button("Show").click();
        user.page().waitForURL("**subject=" + code);
        Locator row = user.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(code));
        assertThat(row).containsText("Reward changed");
        assertThat(row).containsText(actor);
        row.getByText("Show").click();
        assertThat(row).containsText("\"cost\": 7");
        user.assertNoErrors();
    }

    @Test
    void G15_shouldSayWhoMayDoWhat() {
        arrive("rhea", "en", PHONE, "/console/access");

        Locator row = user.page().getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("rules Draft"));
        assertThat(row).containsText("Yes");
        user.assertNoErrors();
    }

    private void arrive(String name, String locale, int width, String path) {
        user = new ConsoleUser(chromium.get(), ports.url(Service.GATEWAY), locale, width);
        user.signIn(name, path);
    }

    private void choose(String label, String value) {
        user.page()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .selectOption(value);
    }
}
