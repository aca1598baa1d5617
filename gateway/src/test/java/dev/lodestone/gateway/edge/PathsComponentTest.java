package dev.lodestone.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.gateway.FakeServices;
import dev.lodestone.gateway.RawConnection;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings by which a path could pass for another, as they come over the wire. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class PathsComponentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/points/v1/%2e%2e/%2e%2e/%2e%2e/q/metrics",
                "/api/points/v1/%2E%2E/%2E%2E/%2E%2E/q/metrics",
                "/api/points/v1/../../../q/metrics",
                "/api/points/v1/.%2e/%2e./..;/q/metrics",
                "/api/points/v1/..;/..;/..;/q/metrics",
                "/api/points/v1/..%2f..%2f..%2fq/metrics",
                "/api/points/v1/..%5c..%5c..%5cq/metrics",
                "/api/points/v1/%252e%252e/%252e%252e/%252e%252e/q/metrics",
                "/api/points/v1/%c0%ae%c0%ae/q/metrics",
                "/api/points/../tier/v1/echo",
                "/api/points/%2e%2e/tier/v1/echo",
                "/api/docs/../points/v1/echo",
                "/api/docs/%2e%2e/points/v1/echo",
                "/api//points/v1/echo",
                "//api/points/v1/echo",
                "/api/points//v1/echo",
                "/api%2fpoints/v1/echo",
                "/api/points%2fv1/echo",
                "/api/points/v1/a%00/echo",
                "/api/points/v1/a%0d%0aHost:%20x/echo",
                "/api/points/v1/echo#/../../../q/metrics",
                "/api/points/v1/echo#part",
                "http://gateway/api/points/v1/../../../q/metrics",
                "http://gateway//api/points/v1/echo"
            })
    void shouldRefuseAPathThatCouldBeReadAsAnother(String path) throws IOException {
        int before = seen();

        RawConnection.Answer answer = get(path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.head())
                .contains("application/problem+json", "X-Content-Type-Options", "Cache-Control: no-store");
        assertThat(JsonPath.from(answer.body()).getString("type")).isEqualTo("/problems/invalid-path");
        assertThat(seen()).isEqualTo(before);
    }

    /** The server itself answers these, without a document. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/points/v1/..\\..\\..\\q/metrics",
                "/api/points/v1/%/echo",
                "/api/points/v1/%zz/echo",
                "/api/points/v1/%2",
                "/api/points/v1/<echo>",
                "/api/points/v1/{echo}"
            })
    void shouldRefuseWhatIsNoUri(String path) throws IOException {
        int before = seen();

        assertThat(get(path).status()).isEqualTo(400);

        assertThat(seen()).isEqualTo(before);
    }

    /** Each reaches exactly this service by exactly this path, or no service at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/points/v1/echo",
                "/api/%70oints/v1/echo",
                "/api/points/v1/%65cho",
                "http://elsewhere/api/points/v1/echo"
            })
    void shouldSendThePathThatWasCheckedAndNoOther(String path) throws IOException {
        RawConnection.Answer answer = get(path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(JsonPath.from(answer.body()).getString("uri")).isEqualTo("/api/points/v1/echo");
        assertThat(JsonPath.from(answer.body()).getString("service")).isEqualTo("points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/API/points/v1/echo", "/q/metrics", "/%71/metrics", "/q/health", "/openapi"})
    void shouldFindNothingElse(String path) throws IOException {
        int before = seen();

        RawConnection.Answer answer = get(path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.head()).contains("application/problem+json");
        assertThat(seen()).isEqualTo(before);
    }

    @Test
    void shouldPassTheQueryOnAsItIs() throws IOException {
        RawConnection.Answer answer = get("/api/points/v1/echo?path=%2e%2e/%2e%2e//q%00");

        assertThat(JsonPath.from(answer.body()).getString("uri"))
                .isEqualTo("/api/points/v1/echo?path=%2e%2e/%2e%2e//q%00");
    }

    private static RawConnection.Answer get(String path) throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.send("GET " + path + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nAuthorization: Bearer "
                    + Tokens.member("alice") + "\r\n\r\n");
            return connection.answer();
        }
    }

    /** Requests that any service has seen, but for those that ask for this number. */
    private static int seen() {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.member("counter"))
                .get("/api/points/v1/seen")
                .then()
                .statusCode(200)
                .extract()
                .path("requests");
    }
}
