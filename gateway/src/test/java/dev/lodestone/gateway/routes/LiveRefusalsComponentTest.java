package dev.lodestone.gateway.routes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.gateway.LiveService;
import dev.lodestone.gateway.LiveStreams;
import dev.lodestone.gateway.RawConnection;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Live requests that do not become a stream, or whose answer is not whole. */
@QuarkusTest
@TestProfile(LiveStreams.class)
class LiveRefusalsComponentTest {
    LiveService service;

    @Inject
    Vertx vertx;

    @Test
    void G06_shouldPassTheRefusalOfAWebSocketOn() throws IOException {
        RawConnection.Answer answer = handshake("/api/points/v1/unknown");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"status\":404}");
        assertThat(answer.head())
                .containsIgnoringCase("x-service: kept")
                .doesNotContainIgnoringCase("access-control-allow-origin");
    }

    @Test
    void G06_shouldNotCollectALargeAnswerToAWebSocket() throws IOException {
        RawConnection.Answer answer = handshake("/api/points/v1/stream");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).contains("/problems/upstream-connection-lost");
    }

    @Test
    void G06_shouldNotWaitForARefusalOfAWebSocketThatStalls() throws IOException {
        RawConnection.Answer answer = handshake("/api/points/v1/stalls");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.body()).contains("/problems/service-too-slow");
    }

    @Test
    void G06_shouldCloseAnAnswerOfAnnouncedLengthAtTheEndOfItsToken() throws IOException {
        try (RawConnection connection = new RawConnection()) {
            // Given
            connection.send(get("/api/live/v1/measured", Tokens.memberFor(Duration.ofSeconds(4), "laura")));
            long talk = vertx.setPeriodic(200, tick -> service.say("still here"));

            // When
            RawConnection.Answer answer = connection.answer();

            // Then
            vertx.cancelTimer(talk);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).endsWith("data: still here\n\n");
            assertThat(connection.isClosedByTheGateway()).isTrue();
        }
        await().until(() -> service.listeners() == 0);
    }

    @Test
    void G06_shouldBreakOffAnAnswerThatStallsWithoutItsClient() throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.send(
                    get("/api/live/v1/stalls", Tokens.member("mike")).replace("text/event-stream", "text/plain"));
            await().until(() -> service.listeners() == 1);
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> service.listeners() == 0);
    }

    @Test
    void G06_shouldCountOnlyGetAsAStream() throws IOException {
        String token = Tokens.member("nancy");
        try (RawConnection first = new RawConnection();
                RawConnection second = new RawConnection()) {
            // Given
            first.send(get("/api/live/v1/events", token));
            second.send(get("/api/live/v1/events", token));
            await().until(() -> service.listeners() == LiveStreams.STREAMS_MAX);

            // Then
            given().auth()
                    .oauth2(token)
                    .header("Accept", "text/event-stream")
                    .post("/api/points/v1/echo")
                    .then()
                    .statusCode(200);
        }
        await().until(() -> {
            service.say("still there");
            return service.listeners() == 0;
        });
    }

    private static RawConnection.Answer handshake(String path) throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.send(get(path, Tokens.member("olga"))
                    .replace(
                            "Accept: text/event-stream",
                            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
            return connection.answer();
        }
    }

    private static String get(String path, String token) {
        return "GET " + path + " HTTP/1.1\r\nHost: gateway\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                + token + "\r\n\r\n";
    }
}
