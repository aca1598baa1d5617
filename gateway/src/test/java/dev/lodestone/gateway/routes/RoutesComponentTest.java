package dev.lodestone.gateway.routes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.gateway.FakeServices;
import dev.lodestone.testkit.Tokens;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class RoutesComponentTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(strings = {"points", "tier", "community", "recall"})
    void G01_shouldPassARequestUnchangedToTheServiceOfItsPrefix(String service) {
        member().urlEncodingEnabled(false)
                .header("Idempotency-Key", "key-1")
                .contentType("application/json")
                .body("{\"a\":1}")
                .when()
                .put("/api/" + service + "/v1/echo?b=2&c=%C3%A9")
                .then()
                .statusCode(200)
                .header("X-Service", "kept")
                .body("service", equalTo(service))
                .body("method", equalTo("PUT"))
                .body("uri", equalTo("/api/" + service + "/v1/echo?b=2&c=%C3%A9"))
                .body("body", equalTo("{\"a\":1}"))
                .body("headers.idempotency-key", equalTo("key-1"))
                .body("headers.authorization", containsString("Bearer "));
    }

    @Test
    void G01_shouldPassTheServicesOwnErrorOn() {
        member().get("/api/tier/v1/anything")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("from", equalTo("tier"));
    }

    @Test
    void G01_shouldAnswerNotFoundForAPathThatNoServiceHas() {
        member().get("/api/treasury/v1/coins")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void G01_shouldPassTheTraceThrough() {
        member().header("traceparent", TRACE)
                .get("/api/points/v1/echo")
                .then()
                .body("headers.traceparent", equalTo(TRACE));
    }

    @Test
    void G01_shouldStartATraceWhenThereIsNone() {
        member().get("/api/points/v1/echo")
                .then()
                .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }

    @Test
    void G01_shouldKeepHeadersOfOneHopToThatHop() {
        member().header("Connection", "X-Secret")
                .header("X-Secret", "for the gateway")
                .header("TE", "trailers")
                .header("Proxy-Authorization", "Basic abc")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9")
                .get("/api/points/v1/echo")
                .then()
                .statusCode(200)
                .header("Keep-Alive", nullValue())
                .body("headers.x-secret", nullValue())
                .body("headers.te", nullValue())
                .body("headers.proxy-authorization", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-proto", equalTo("http"));
    }

    @Test
    void G01_shouldKeepCookiesFromServices() {
        member().header("Cookie", "a".repeat(15_000))
                .get("/api/points/v1/echo")
                .then()
                .statusCode(200)
                .body("headers.cookie", nullValue());
    }

    @Test
    void G01_shouldPassTheLargestHeadersWithRoomForItsOwn() {
        long gateway = sizeMax("quarkus.http.limits.max-header-size");
        long services = StreamSupport.stream(
                        ConfigProvider.getConfig().getConfigSources().spliterator(), false)
                .filter(source -> source.getName().contains("microprofile-config.properties"))
                .map(source -> source.getValue("quarkus.http.limits.max-header-size"))
                .filter(Objects::nonNull)
                .mapToLong(RoutesComponentTest::bytes)
                .min()
                .orElseThrow();

        assertThat(services).isGreaterThanOrEqualTo(2 * gateway);
        member().header("X-Long", "a".repeat(15_000))
                .get("/api/points/v1/echo")
                .then()
                .statusCode(200);
    }

    @Test
    void G01_shouldStreamAnAnswerOfUnknownLength() {
        byte[] body = member().get("/api/points/v1/stream")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(body).hasSize(24 << 20);
    }

    @Test
    void G06_shouldNameTheServiceThatCannotBeReached() {
        member().get("/api/closed/v1/anything")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("type", equalTo("/problems/service-unavailable"))
                .body("service", equalTo("closed"))
                .body("detail", not(containsString("127.0.0.1")));
    }

    @Test
    void G06_shouldGiveUpOnAServiceThatIsTooSlow() {
        member().get("/api/community/v1/slow")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .time(greaterThanOrEqualTo(1_900L))
                .time(lessThan(10_000L))
                .body("type", equalTo("/problems/service-too-slow"))
                .body("service", equalTo("community"));
    }

    @Test
    void G06_shouldSayThatAServiceBrokeOff() {
        member().body("x")
                .post("/api/recall/v1/broken")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/upstream-connection-lost"))
                .body("service", equalTo("recall"));
    }

    @Test
    void G01_shouldTellAClientThatWaitsToSendItsBody() throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(gateway() + "api/points/v1/echo"))
                .header("Authorization", "Bearer " + Tokens.member("alice"))
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofString("waited")));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).as(response.body()).contains("\"body\":\"waited\"");
    }

    private static long sizeMax(String property) {
        return bytes(ConfigProvider.getConfig().getValue(property, String.class));
    }

    private static long bytes(String size) {
        return new MemorySizeConverter().convert(size).asLongValue();
    }

    private static String gateway() {
        return "http://localhost:" + RestAssured.port + "/";
    }

    private static RequestSpecification member() {
        return given().auth().oauth2(Tokens.member("alice"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
