package dev.lodestone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.Service;
import dev.lodestone.e2e.HttpBrowser.Page;
import dev.lodestone.events.MemberId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Browsers sign in at Keycloak, and the gateway keeps their tokens. */
class SignInTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SESSION = "q_session_browser-session";
    /** The id of the user in the realm. */
    private static final String BOB = "10de5704-e000-4000-8000-000000000002";

    private static final String PAGE = "/session/renewed";
    private static final String[] OWN_PAGE = {"Sec-Fetch-Site", "same-origin", "X-Requested-With", "XMLHttpRequest"};

    @RegisterExtension
    static final RunningSuite RUNNING = new RunningSuite();

    private static Ports ports;
    private static KeycloakAdmin keycloak;

    private final HttpBrowser browser = new HttpBrowser();

    @BeforeAll
    static void meetKeycloak() {
        ports = RUNNING.get().ports();
        keycloak = new KeycloakAdmin(ports);
    }

    @BeforeEach
    @AfterEach
    void endSessions() {
        keycloak.endSessions("bob");
    }

    @Test
    void G11_shouldSendANavigationToTheIdentityProviderAndAScriptAnAnswer() {
        Page navigation = browser.send("GET", gateway("/session/renewed?a=b"), "Sec-Fetch-Mode", "navigate");
        Page script = browser.send("GET", gateway("/api/me"), OWN_PAGE);
        Page client = browser.send("GET", gateway("/api/me"));

        assertThat(navigation.status()).isEqualTo(302);
        assertThat(navigation.header("location").orElseThrow())
                .startsWith(ports.issuer())
                .contains("response_type=code", "code_challenge_method=S256", "nonce=", "client_id=lodestone-console");
        assertRefused(script, 401, "session-ended");
        assertThat(script.header("location")).isEmpty();
        assertRefused(client, 401, "unauthenticated");
    }

    @Test
    void G11_shouldKeepTheTokensInACookieThatNoScriptAndNoOtherSiteGets() {
        Page page = signIn("bob");

        assertThat(page.address()).isEqualTo(gateway(PAGE));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src 'self' 'unsafe-inline'", "unsafe-eval");
        List<String> cookies = browser.cookieLines(SESSION);
        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie).contains("HTTPOnly", "Secure", "SameSite=Lax", "Path=/");
            assertThat(cookie.length()).as("what browsers keep").isLessThan(4096);
            assertThat(decoded(cookie)).as("a token that can be read").doesNotContain("preferred_username", "\"sub\"");
        });
    }

    @Test
    void G11_shouldPassTheTokenOfTheSessionToTheServices() {
        signIn("bob");

        Page me = browser.send("GET", gateway("/api/session"), OWN_PAGE);
        Page balance = browser.send("GET", gateway("/api/points/v1/me/balance"), OWN_PAGE);
        Page forbidden = browser.send("GET", gateway("/api/points/v1/ledger/summary"), OWN_PAGE);

        assertThat(me.body()).contains("\"name\":\"Bob Demo\"", "\"username\":\"bob\"", "\"member\"");
        assertThat(balance.status()).as(balance.body()).isEqualTo(200);
        assertThat(balance.body()).contains("\"memberId\":\"" + MemberId.of(ports.memberReference(BOB)) + "\"");
        assertRefused(forbidden, 403, "forbidden");
    }

    @Test
    void G11_shouldRefuseWhatAnotherSiteAsksForInTheNameOfTheUser() {
        signIn("bob");
        URI checkIns = gateway("/api/community/v1/me/check-ins");

        assertRefused(
                browser.send("POST", checkIns, "Sec-Fetch-Site", "cross-site", "Idempotency-Key", "cross-1"),
                403,
                "cross-site-request");
        // The rules about other origins come first, and they have no body.
        assertThat(browser.send("POST", checkIns, "Origin", "https://evil.example.com", "Idempotency-Key", "cross-2")
                        .status())
                .isEqualTo(403);
        assertRefused(
                browser.send("POST", checkIns, "Sec-Fetch-Site", "same-origin", "Idempotency-Key", "cross-3"),
                403,
                "cross-site-request");
        assertRefused(
                browser.send("GET", gateway("/api/points/v1/me/balance"), "Sec-Fetch-Site", "same-site"),
                403,
                "cross-site-request");
        assertRefused(
                browser.send("GET", gateway("/session/sign-out"), "Sec-Fetch-Site", "cross-site"),
                403,
                "cross-site-request");
        assertThat(checkIns(browser).body()).contains("\"checkedInToday\":false");
    }

    @Test
    void G11_shouldRefuseATokenOfAnotherApplication() {
        Page stolen = browser.send(
                "GET", gateway("/api/me"), "Authorization", "Bearer " + keycloak.tokenOfAnotherApplication("bob"));

        assertRefused(stolen, 401, "unauthenticated");
    }

    @Test
    void G11_shouldTakeTheBearerTokenAndNotTheCookie() {
        signIn("bob");

        Page mixed = browser.send("GET", gateway("/api/session"), "Authorization", "Bearer nonsense");

        assertRefused(mixed, 401, "unauthenticated");
    }

    @Test
    void G11_shouldRenewATokenInSilenceAndEndWithTheSessionOfTheProvider() {
        keycloak.setTokenSeconds("lodestone-console", 3);
        try {
            signIn("bob");
            Page renewed = await("a renewed token")
                    .atMost(PATIENCE)
                    .until(
                            () -> browser.send("GET", gateway("/api/session"), OWN_PAGE),
                            answer -> answer.headers().containsKey("set-cookie"));
            assertThat(renewed.status()).isEqualTo(200);

            keycloak.endSessions("bob");
            Page ended = await("the end of the session")
                    .atMost(PATIENCE)
                    .until(
                            () -> browser.send("GET", gateway("/api/session"), OWN_PAGE),
                            answer -> answer.status() != 200);
            assertRefused(ended, 401, "session-ended");
            assertThat(browser.open(gateway(PAGE)).body()).contains("kc-form-login");
        } finally {
            keycloak.setTokenSeconds("lodestone-console", 0);
        }
    }

    @Test
    void G11_shouldSignOutAtTheProviderToo() {
        signIn("bob");

        Page out = browser.open(gateway("/session/sign-out"));

        assertThat(out.address()).hasPath("/session/ended");
        assertThat(out.body()).contains("You are signed out");
        assertThat(browser.cookieLines(SESSION)).isEmpty();
        assertThat(browser.open(gateway(PAGE)).body())
                .as("the provider asks for the password again")
                .contains("kc-form-login");
    }

    private Page signIn(String user) {
        return browser.submit(
                browser.open(gateway(PAGE)), Map.of("username", user, "password", user + "-demo", "credentialId", ""));
    }

    private static Page checkIns(HttpBrowser browser) {
        return browser.send("GET", gateway("/api/community/v1/me/check-ins"), OWN_PAGE);
    }

    private static void assertRefused(Page answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"type\":\"/problems/" + slug + "\"");
    }

    /** All parts of the value that are text in Base64. */
    private static String decoded(String cookie) {
        String value = cookie.split(";", 2)[0].split("=", 2)[1];
        return String.join(
                " ",
                Arrays.stream(value.split("\\.")).map(SignInTest::decodedPart).toList());
    }

    private static String decodedPart(String part) {
        try {
            return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return part;
        }
    }

    private static URI gateway(String path) {
        return URI.create(ports.url(Service.GATEWAY) + path);
    }
}
