package dev.lodestone.points.ledger.proof;

import static dev.lodestone.testkit.Api.as;
import static org.awaitility.Awaitility.await;

import dev.lodestone.testkit.Tokens;
import io.restassured.path.json.JsonPath;
import java.time.Duration;

/** A member's proof document as downloaded. */
public final class StatementProof {
    private StatementProof() {}

    /** The document with the first {@code postings} postings of the member, once they are sealed. */
    public static String awaitSealed(String subject, int postings) {
        return await("proof of " + subject)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> download(subject, ""),
                        document -> JsonPath.from(document).getList("postings").size() >= postings);
    }

    public static String download(String subject, String query) {
        return as(Tokens.member(subject))
                .get("/api/points/v1/me/statement/proof" + query)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();
    }
}
