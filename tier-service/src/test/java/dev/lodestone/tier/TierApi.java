package dev.lodestone.tier;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.lodestone.testkit.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;

/** The HTTP API of the service, as its clients call it. */
public final class TierApi {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private TierApi() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    /** The member's own membership; fails if the member is not enrolled. */
    public static JsonPath me(String subject) {
        return get(Tokens.member(subject), "/me");
    }

    public static JsonPath roadmap(String subject) {
        return get(Tokens.member(subject), "/me/roadmap");
    }

    public static JsonPath summary() {
        return get(Tokens.operator(), "/summary");
    }

    public static void awaitEnrolled(String subject) {
        await(subject + " is enrolled")
                .atMost(TIMEOUT)
                .until(() -> as(Tokens.member(subject)).get("/api/tier/v1/me").statusCode() == 200);
    }

    public static void awaitGrowth(String subject, long growth) {
        awaitEnrolled(subject);
        await("growth of " + subject)
                .atMost(TIMEOUT)
                .until(() -> me(subject).getLong("growth"), seen -> seen == growth);
    }

    private static JsonPath get(String token, String path) {
        return as(token)
                .get("/api/tier/v1" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
