package dev.lodestone.gateway.routes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.gateway.LiveService;
import dev.lodestone.gateway.LiveStreams;
import dev.lodestone.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Server-sent events and WebSockets between a client and a real service. */
@QuarkusTest
@TestProfile(LiveStreams.class)
class LiveStreamsComponentTest {
    LiveService service;

    @Inject
    Vertx vertx;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void waitUntilNothingIsHeld() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(service.listeners()).isZero();
            assertThat(service.sockets()).isZero();
            assertThat(gauge("lodestone.gateway.streaming.clients")).isZero();
            assertThat(meters.get("lodestone.gateway.upstream.streams")
                            .tag("service", "live")
                            .gauge()
                            .value())
                    .isZero();
        });
    }

    @Test
    void G06_shouldPassEachEventOnWhenItComes() throws IOException {
        try (EventSource events = new EventSource("/api/live/v1/events", Tokens.member("alice"))) {
            assertThat(events.status()).isEqualTo(200);
            assertThat(events.head()).containsIgnoringCase("content-type: text/event-stream");
            assertThat(events.next()).isEqualTo("data: hello");

            service.say("one");
            assertThat(events.next()).isEqualTo("data: one");
            service.say("two");
            assertThat(events.next()).isEqualTo("data: two");
        }
    }

    @Test
    void G06_shouldKeepAStreamForLongerThanAnAnswerMayBeSilent() throws Exception {
        try (EventSource events = new EventSource("/api/live/v1/events", Tokens.member("bob"))) {
            assertThat(events.next()).isEqualTo("data: hello");

            // Twice the response time-out, and less than the idle time-out of streams.
            CompletableFuture<Void> later = CompletableFuture.runAsync(
                    () -> service.say("later"), CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));

            assertThat(events.next()).isEqualTo("data: later");
            later.get();
        }
    }

    @Test
    void G06_shouldCloseAStreamThatIsSilentForTooLong() throws IOException {
        try (EventSource events = new EventSource("/api/live/v1/events", Tokens.member("carol"))) {
            assertThat(events.next()).isEqualTo("data: hello");

            assertThat(events.next()).isNull();
        }
    }

    @Test
    void G06_shouldCloseAnOrdinaryAnswerThatStalls() throws IOException {
        try (EventSource answer = new EventSource("/api/live/v1/stalls", Tokens.member("dave"), "application/json")) {
            assertThat(answer.status()).isEqualTo(200);

            assertThat(answer.rest()).isEqualTo("ten bytes.");
        }
    }

    @Test
    void G06_shouldCountStreamsApartFromRequests() throws IOException {
        String token = Tokens.member("erin");
        try (EventSource first = new EventSource("/api/live/v1/events", token)) {
            EventSource second = new EventSource("/api/live/v1/events", token);
            assertThat(List.of(first.next(), second.next())).containsOnly("data: hello");

            try (EventSource third = new EventSource("/api/live/v1/events", token)) {
                assertThat(third.status()).isEqualTo(429);
                assertThat(third.rest()).contains("/problems/concurrency-limited");
            }
            given().auth().oauth2(token).get("/api/points/v1/echo").then().statusCode(200);
            second.close();

            await().until(() -> {
                service.say("still there");
                return service.listeners() == 1;
            });
        }
    }

    @Test
    void G06_shouldEndAStreamWithItsToken() throws IOException {
        try (EventSource events = new EventSource("/api/live/v1/events", shortToken("frank"))) {
            assertThat(events.next()).isEqualTo("data: hello");

            // It is never silent, so nothing but its token ends it.
            long talk = vertx.setPeriodic(200, tick -> service.say("still here"));
            String rest = events.rest();
            vertx.cancelTimer(talk);
            assertThat(rest).as("a whole answer, with its last chunk").endsWith("0\r\n\r\n");
        }
    }

    @Test
    void G06_shouldReadNoMoreOfAServiceThanTheClientTakes() throws IOException {
        try (EventSource events = new EventSource("/api/live/v1/flood", Tokens.member("grace"))) {
            assertThat(events.next()).isEqualTo("data: hello");

            // The buffers of four sockets fill, and then nothing more is taken.
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(20)).until(service::written, before -> {
                return before < 32L << 20;
            });
        }
    }

    @Test
    void G06_shouldConnectAWebSocketWithTheService() throws Exception {
        WebSocket socket = connect("/api/live/v1/socket", Tokens.member("heidi"), "chat.v1");
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        socket.textMessageHandler(answers::add);

        socket.writeTextMessage("hello");
        assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo("chat.v1: hello");
        String large = "x".repeat(60_000);
        socket.writeTextMessage(large);
        assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo("chat.v1: " + large);

        socket.close();
        await().until(() -> service.sockets() == 0);
    }

    @Test
    void G06_shouldEndAWebSocketWithItsToken() throws Exception {
        WebSocket socket = connect("/api/live/v1/socket", shortToken("ivan"), "chat.v1");
        CompletableFuture<Void> closed = new CompletableFuture<>();
        socket.closeHandler(closed::complete);

        // It is never silent, so nothing but its token ends it.
        long talk = vertx.setPeriodic(200, tick -> socket.writeTextMessage("still here"));
        closed.get(20, TimeUnit.SECONDS);
        vertx.cancelTimer(talk);
    }

    @Test
    void G06_shouldCloseAWebSocketThatIsSilentForTooLong() throws Exception {
        WebSocket socket = connect("/api/live/v1/socket", Tokens.member("judy"), "chat.v1");
        CompletableFuture<Void> closed = new CompletableFuture<>();
        socket.closeHandler(closed::complete);

        closed.get(20, TimeUnit.SECONDS);
    }

    @Test
    void G06_shouldLetNoWebSocketInWithoutAToken() {
        assertThatThrownBy(() -> connect("/api/live/v1/socket", "forged", "chat.v1"))
                .hasRootCauseInstanceOf(UpgradeRejectedException.class)
                .rootCause()
                .hasMessageContaining("401");
        assertThat(service.sockets()).isZero();
    }

    @Test
    void G06_shouldAnswerAWebSocketWithAProblemWhereTheServiceIsAway() {
        assertThatThrownBy(() -> connect("/api/closed/v1/socket", Tokens.member("karl"), "chat.v1"))
                .rootCause()
                .hasMessageContaining("503");
        given().auth()
                .oauth2(Tokens.member("karl"))
                .header("Accept", "text/event-stream")
                .get("/api/closed/v1/events")
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/service-unavailable"));
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private WebSocket connect(String path, String token, String subprotocol) throws Exception {
        WebSocketClient client = vertx.createWebSocketClient();
        return client.connect(new WebSocketConnectOptions()
                        .setHost("localhost")
                        .setPort(RestAssured.port)
                        .setURI(path)
                        .addHeader("Authorization", "Bearer " + token)
                        .addSubProtocol(subprotocol))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    /** Long enough to connect with, on a busy machine too. */
    private static String shortToken(String subject) {
        return Tokens.memberFor(Duration.ofSeconds(4), subject);
    }

    /** A client of server-sent events that reads as slowly as a test wants. */
    private static final class EventSource implements AutoCloseable {
        private final Socket socket = new Socket("localhost", RestAssured.port);
        private final BufferedReader in;
        private final int status;
        private final StringBuilder head = new StringBuilder();

        EventSource(String path, String token) throws IOException {
            this(path, token, "text/event-stream");
        }

        EventSource(String path, String token, String accept) throws IOException {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: gateway\r\nAccept: " + accept
                                    + "\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            status = Integer.parseInt(in.readLine().split(" ")[1]);
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
        }

        int status() {
            return status;
        }

        String head() {
            return head.toString();
        }

        /** The next line of an event; null if the stream has ended. */
        String next() throws IOException {
            String line = in.readLine();
            while (line != null && !line.startsWith("data:")) {
                line = in.readLine();
            }
            return line;
        }

        /** All that still comes until the connection ends, or the answer does. */
        String rest() throws IOException {
            StringBuilder rest = new StringBuilder();
            char[] some = new char[1_024];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                rest.append(some, 0, read);
                if (rest.toString().endsWith("0\r\n\r\n") || status >= 400) {
                    break;
                }
            }
            return rest.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
