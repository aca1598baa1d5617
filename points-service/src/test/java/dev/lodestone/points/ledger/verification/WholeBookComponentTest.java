package dev.lodestone.points.ledger.verification;

import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other classes, on what they left in the database: everything that the tests of this service can do keeps the book intact.
 * It has a profile of its own, because all classes of one profile run together.
 */
@QuarkusTest
@TestProfile(WholeBookComponentTest.AfterAllOthers.class)
@Order(Integer.MAX_VALUE)
class WholeBookComponentTest {
    /** The settings of most tests. */
    public static final class AfterAllOthers implements QuarkusTestProfile {}

    @Test
    void P30_shouldBeIntactAfterAllOtherTests() {
        await("everything is sealed").atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            JsonPath seal = as(Tokens.operator())
                    .get("/api/points/v1/ledger/seal")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(seal.getString("state")).isEqualTo("SEALING");
            assertThat(seal.getInt("unsealed")).isZero();
        });

        JsonPath result = Verifications.verify(Duration.ofMinutes(5));

        assertThat(result.getList("items")).isEmpty();
        assertThat(result.getString("status")).isEqualTo("INTACT");
        assertThat(result.getLong("postings")).isPositive();
        assertThat(result.getLong("heads")).isPositive();
    }
}
