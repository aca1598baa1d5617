package dev.lodestone.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.lodestone.gateway.StrictLimits;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StrictLimits.class)
class LimitsComponentTest {
    private static final int ATTEMPTS_MAX = 100;

    @Test
    void G06_shouldRefuseAClientThatAsksTooOftenAndLetItInAgainLater() {
        // When
        Response refused = untilRefused(() -> echo("busy"));

        // Then
        refused.then()
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .header("RateLimit", startsWith("\"client\";r=0;t="))
                .header("RateLimit-Policy", equalTo("\"client\";q=4;w=4"))
                .body("type", equalTo("/problems/rate-limited"));
        echo("quiet").then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> echo("busy").statusCode() == 200);
    }

    @Test
    void G06_shouldCountRequestsWithoutATokenByAddress() {
        given().get("/api/points/v1/echo").then().statusCode(401);

        untilRefused(() -> given().get("/api/points/v1/echo"));
        untilRefused(() -> given().auth().oauth2("forged").get("/api/points/v1/echo"));

        echo("someone-else").then().statusCode(200);
    }

    @Test
    void G06_shouldAnswerAtOnceForAServiceThatKeepsFailing() {
        // Given
        slow("patient-1").then().statusCode(504);
        slow("patient-2").then().statusCode(504);

        // When
        Response response = slow("patient-3");

        // Then
        response.then()
                .statusCode(503)
                .header("Retry-After", matchesPattern("\\d+"))
                .time(lessThan(1_500L))
                .body("service", equalTo("community"));
    }

    @Test
    void G02_shouldAnswerTheMemberWhenOneServiceIsAway() {
        given().auth()
                .oauth2(Tokens.member("hopeful"))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("points.from", equalTo("points"))
                .body("tier.from", equalTo("tier"))
                .body("recall", equalTo(null))
                .body("degraded", equalTo(List.of(Map.of("service", "recall", "reason", "unavailable"))));
    }

    /** Asks until the limit is met, since tokens come back while a busy machine is answering. */
    private static Response untilRefused(Supplier<Response> request) {
        return Stream.generate(request)
                .limit(ATTEMPTS_MAX)
                .filter(response -> response.statusCode() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("never refused in " + ATTEMPTS_MAX + " requests"));
    }

    private static Response echo(String subject) {
        return given().auth().oauth2(Tokens.member(subject)).get("/api/points/v1/echo");
    }

    private static Response slow(String subject) {
        return given().auth().oauth2(Tokens.member(subject)).get("/api/community/v1/slow");
    }
}
