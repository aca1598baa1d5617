package dev.lodestone.gateway.routes;

import static dev.lodestone.gateway.routes.EchoService.connections;
import static dev.lodestone.gateway.routes.EchoService.echo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;

import dev.lodestone.gateway.RawConnection;
import dev.lodestone.gateway.TightLimits;
import dev.lodestone.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is short at the gateway, or too slow for one caller only, is not held against a service. */
@QuarkusTest
@TestProfile(TightLimits.class)
class SaturationComponentTest {
    @Inject
    MeterRegistry meters;

    @Test
    void shouldNotCountItsOwnSaturationNorClientsThatLeaveAgainstAService() throws IOException {
        // Given
        List<RawConnection> slow = new ArrayList<>();
        for (int request = 0; request < TightLimits.CONNECTIONS_MAX; request++) {
            RawConnection connection = new RawConnection();
            slow.add(connection);
            connection.send("GET /api/tier/v1/slow HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
                    + Tokens.member("mallory") + "\r\n\r\n");
        }
        await().until(() -> connections(meters, "tier") == TightLimits.CONNECTIONS_MAX);

        // When
        for (int request = 0; request <= TightLimits.FAILURES_MAX; request++) {
            echo("tier")
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/gateway-saturated"))
                    .body("service", equalTo("tier"));
        }
        echo("points").statusCode(200);
        for (RawConnection connection : slow) {
            connection.close();
        }

        // Then
        await().until(() -> connections(meters, "tier") == 0);
        echo("tier").statusCode(200);
    }

    @Test
    void shouldNotCountTheMemberCentresShortWaitAgainstAService() {
        for (int request = 0; request <= TightLimits.FAILURES_MAX; request++) {
            given().auth()
                    .oauth2(Tokens.member("slow-community-" + request))
                    .get("/api/me")
                    .then()
                    .statusCode(200)
                    .body("degraded", hasItem(hasEntry("service", "community")))
                    .body("degraded.find { it.service == 'community' }.reason", equalTo("timeout"));
        }

        echo("community").statusCode(200);
    }

    @Test
    void shouldCountAConnectionThatIsLost() {
        for (int request = 0; request < TightLimits.FAILURES_MAX; request++) {
            given().auth()
                    .oauth2(Tokens.member("alice"))
                    .get("/api/recall/v1/broken")
                    .then()
                    .statusCode(502);
        }

        echo("recall").statusCode(503).body("type", equalTo("/problems/service-unavailable"));
        assertThat(connections(meters, "recall")).isZero();
    }
}
