package dev.lodestone.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.gateway.FakeServices;
import dev.lodestone.testkit.EndpointRefusals;
import dev.lodestone.testkit.TokenRefusals;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class EdgeComponentTest {
    private static final int MIB = 1 << 20;

    @TestHTTPResource(management = true)
    String management;

    @TestFactory
    Stream<DynamicTest> G11_shouldRefuseEveryEndpointWithoutTheRightToken() {
        return EndpointRefusals.of("dev.lodestone.gateway");
    }

    @TestFactory
    Stream<DynamicTest> G01_shouldRefuseTokensThatAreNotForThisSuite() {
        return TokenRefusals.of("/api/points/v1/echo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/points/v1/echo", "/api/me", "/api/unknown"})
    void G01_shouldRefuseARequestWithoutAToken(String path) {
        unauthenticated(given().urlEncodingEnabled(false).get(path).then())
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWxsb3J5In0."})
    void G01_shouldRefuseWhatIsNoSignedToken(String token) {
        unauthenticated(given().auth().oauth2(token).get("/api/points/v1/echo").then())
                .header("WWW-Authenticate", containsString("invalid_token"));
    }

    @Test
    void G06_shouldRefuseAnAnnouncedBodyThatIsTooLarge() {
        tooLarge(given().auth()
                .oauth2(Tokens.member("alice"))
                .body(new byte[10 * MIB])
                .post("/api/points/v1/echo")
                .then());
    }

    @Test
    void G06_shouldRefuseABodyThatTurnsOutTooLarge() throws Exception {
        HttpResponse<String> response = postWithoutLength(10 * MIB);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
        assertThat(response.body()).as(response.body()).contains("/problems/body-too-large");
    }

    @Test
    void G06_shouldPassABodyOfExactlyTheLimit() throws Exception {
        HttpResponse<String> response = postWithoutLength(MIB);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).as(response.body()).contains("\"bodyBytes\":" + MIB);
    }

    @Test
    void G06_shouldServeOthersAfterRefusingABody() throws Exception {
        postWithoutLength(10 * MIB);

        given().auth()
                .oauth2(Tokens.member("alice"))
                .get("/api/points/v1/echo")
                .then()
                .statusCode(200);
    }

    @Test
    void G06_shouldRefuseHeadersThatAreTooLarge() {
        given().auth()
                .oauth2(Tokens.member("alice"))
                .header("X-Large", "x".repeat(20_000))
                .get("/api/points/v1/echo")
                .then()
                .statusCode(431);
    }

    @Test
    void G06_shouldTellBrowsersToBeCareful() {
        given().auth()
                .oauth2(Tokens.member("alice"))
                .get("/api/points/v1/echo")
                .then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Strict-Transport-Security", containsString("max-age=31536000"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Frame-Options", equalTo("SAMEORIGIN"));
    }

    @Test
    void G06_shouldPutTheSecurityHeadersOnRefusalsToo() {
        given().get("/api/points/v1/echo")
                .then()
                .statusCode(401)
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"));
    }

    @Test
    void G06_shouldAllowAConfiguredOriginOnly() {
        given().header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .options("/api/points/v1/echo")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("https://app.example.com"))
                .header("Access-Control-Allow-Headers", containsString("idempotency-key"));
        given().header("Origin", "https://evil.example.com")
                .auth()
                .oauth2(Tokens.member("alice"))
                .get("/api/points/v1/echo")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void G06_shouldLetTheBrowserAppReadRefusalsAndReplaceTheServicesWordOnOrigins() {
        given().header("Origin", "https://app.example.com")
                .get("/api/points/v1/echo")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", equalTo("https://app.example.com"));
        var origins = given().header("Origin", "https://app.example.com")
                .auth()
                .oauth2(Tokens.member("alice"))
                .get("/api/points/v1/echo")
                .headers()
                .getValues("Access-Control-Allow-Origin");
        assertThat(origins).isEqualTo(List.of("https://app.example.com"));
    }

    @Test
    void G06_shouldTellEachClientHowItStands() {
        given().auth()
                .oauth2(Tokens.member("alice"))
                .get("/api/points/v1/echo")
                .then()
                .header("RateLimit-Policy", equalTo("\"client\";q=5000;w=100"))
                .header("RateLimit", matchesPattern("\"client\";r=\\d+;t=\\d+"));
    }

    @Test
    void shouldBeReadyWithoutAskingTheServices() {
        given().get(management + "health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get(management + "metrics").then().statusCode(200).body(containsString("jvm_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/q", "/q/metrics", "/q/health", "/q/openapi", "/openapi", "/apis", "/favicon.ico"})
    void shouldServeNothingButTheApiOnThePortOfTheApi(String path) {
        given().auth()
                .oauth2(Tokens.of("root", "admin"))
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }

    private static ValidatableResponse unauthenticated(ValidatableResponse response) {
        return response.statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"))
                .body("detail", notNullValue());
    }

    private static void tooLarge(ValidatableResponse response) {
        response.statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/body-too-large"))
                .body("detail", containsString("1048576"));
    }

    private static HttpResponse<String> postWithoutLength(int bytes) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/points/v1/echo"))
                .header("Authorization", "Bearer " + Tokens.member("alice"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
