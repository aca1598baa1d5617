package dev.lodestone.points.ledger.verification;

import static dev.lodestone.testkit.Api.as;
import static org.awaitility.Awaitility.await;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.testkit.Tokens;
import io.restassured.path.json.JsonPath;
import java.time.Duration;

/** Requests verifications as operators do. */
public final class Verifications {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static final String PATH = "/api/points/v1/ledger/verifications";

    private Verifications() {}

    /** Verifies the ledger and returns the result. */
    public static JsonPath verify() {
        return verify(PATIENCE);
    }

    static JsonPath verify(Duration patience) {
        return awaitEnd(
                as(Tokens.operator())
                        .header("Idempotency-Key", Ids.next().toString())
                        .post(PATH)
                        .then()
                        .statusCode(202)
                        .extract()
                        .jsonPath()
                        .getString("id"),
                patience);
    }

    static JsonPath awaitEnd(String id) {
        return awaitEnd(id, PATIENCE);
    }

    private static JsonPath awaitEnd(String id, Duration patience) {
        return await("verification " + id)
                .atMost(patience)
                .until(
                        () -> as(Tokens.operator())
                                .get(PATH + "/" + id)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        result -> !result.getString("status").equals("RUNNING"));
    }
}
