package dev.lodestone.tier;

import static dev.lodestone.testkit.Api.as;
import static dev.lodestone.testkit.Api.read;
import static org.awaitility.Awaitility.await;

import dev.lodestone.testkit.Tokens;
import io.restassured.path.json.JsonPath;
import java.time.Duration;

/** The paths of the service's API, for {@link dev.lodestone.testkit.Api}. */
public final class TierApi {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private TierApi() {}

    /** The member's own membership; fails if the member is not enrolled. */
    public static JsonPath me(String subject) {
        return get(Tokens.member(subject), "/me");
    }

    public static JsonPath roadmap(String subject) {
        return get(Tokens.member(subject), "/me/roadmap");
    }

    public static JsonPath history(String subject) {
        return get(Tokens.member(subject), "/me/level-history");
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
        return read(token, "/api/tier/v1" + path);
    }
}
