package dev.lodestone.gateway.routes;

import static dev.lodestone.gateway.routes.EchoService.connections;
import static dev.lodestone.gateway.routes.EchoService.echo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.gateway.RawConnection;
import dev.lodestone.gateway.TightLimits;
import dev.lodestone.gateway.upstreams.UpstreamException;
import dev.lodestone.gateway.upstreams.Upstreams;
import dev.lodestone.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Clients that disconnect at any moment, or whose requests a service cannot read, take nothing from the others. */
@QuarkusTest
@TestProfile(TightLimits.class)
class AbortedRequestsComponentTest {
    private static final int CLIENTS = 8;
    private static final int ABORTS_OF_EACH = 400;
    private static final int MICROS_MAX = 30_000;

    @Inject
    MeterRegistry meters;

    @Inject
    Upstreams upstreams;

    @Test
    void G06_shouldReleaseEverythingOfARequestWhoseClientIsGone() throws Exception {
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                String token = Tokens.member("restless-" + client);
                Random random = new Random(client);
                clients.add(threads.submit(() -> abortAll(token, random)));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(gauge("lodestone.gateway.active.clients")).isZero();
            assertThat(gauge("lodestone.gateway.body.bytes")).isZero();
            assertThat(connections(meters, "community")).isZero();
        });
        for (int request = 0; request < 20; request++) {
            echo("community").statusCode(200);
            echo("points").statusCode(200);
        }
    }

    @Test
    void G06_shouldNotCountHeadersThatAServiceRefuses() {
        for (int request = 0; request <= TightLimits.FAILURES_MAX; request++) {
            given().auth()
                    .oauth2(Tokens.member("alice"))
                    .get("/api/community/v1/headers-too-large")
                    .then()
                    .statusCode(431)
                    .body("type", equalTo("/problems/headers-too-large"));
            echo("community").statusCode(200);
        }
    }

    @Test
    void G06_shouldNotCountHandshakesWhoseClientIsGone() throws IOException {
        // When
        for (int request = 0; request <= 2 * TightLimits.FAILURES_MAX; request++) {
            int before = seen();
            try (RawConnection connection = new RawConnection()) {
                connection.send("GET /api/community/v1/slow HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
                        + Tokens.member("alice")
                        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
                        + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
                await().until(() -> seen() > before);
                connection.reset();
            }
            await().until(() -> streams("community") == 0);
        }

        // Then
        echo("community").statusCode(200);
    }

    @Test
    void G06_shouldNotCountADocumentThatIsTooLarge() {
        // When
        for (int request = 0; request <= TightLimits.FAILURES_MAX; request++) {
            assertThatThrownBy(() -> upstreams
                            .get("recall", "/v1/stream", Map.of(), Duration.ofMinutes(1), 1_000)
                            .await()
                            .atMost(Duration.ofSeconds(20)))
                    .isInstanceOf(UpstreamException.class);
        }

        // Then
        echo("recall").statusCode(200);
    }

    private static Void abortAll(String token, Random random) throws IOException {
        for (int request = 0; request < ABORTS_OF_EACH; request++) {
            abort(token, random, request % 4);
        }
        return null;
    }

    private static void abort(String token, Random random, int kind) throws IOException {
        String authorization = "\r\nHost: gateway\r\nAuthorization: Bearer " + token + "\r\n";
        String post = "POST /api/community/v1/echo HTTP/1.1" + authorization + "Content-Length: 4\r\n";
        try (RawConnection connection = new RawConnection()) {
            connection.send(
                    switch (kind) {
                        case 0 -> "GET /api/community/v1/echo HTTP/1.1" + authorization + "\r\n";
                        case 1 -> post + "\r\nbody";
                        case 2 -> post + "\r\nbo";
                        default -> post + "Expect: 100-continue\r\n\r\nbody";
                    });
            LockSupport.parkNanos(random.nextInt(MICROS_MAX) * 1_000L);
            if (random.nextBoolean()) {
                connection.reset();
            }
        }
    }

    /** The requests that have come to all services; not asked of the one whose failures in a row a test counts. */
    private static int seen() {
        return given().auth()
                .oauth2(Tokens.member("bob"))
                .get("/api/tier/v1/seen")
                .then()
                .statusCode(200)
                .extract()
                .path("requests");
    }

    private double streams(String service) {
        return meters.get("lodestone.gateway.upstream.streams")
                .tag("service", service)
                .gauge()
                .value();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
