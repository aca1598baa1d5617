package dev.lodestone.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.gateway.RawConnection;
import dev.lodestone.gateway.TightLimits;
import dev.lodestone.testkit.Tokens;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One client whose bodies do not end, beside others who only want to be served. */
@QuarkusTest
@TestProfile(TightLimits.class)
class SlowBodyComponentTest {
    private static final int ATTACKERS = 60;
    private static final int BODY_BYTES = 50_000;
    private static final String POSTS = "/api/points/v1/echo";

    @Inject
    MeterRegistry meters;

    @Test
    void shouldServeOthersWhileOneClientTricklesManyBodies() throws Exception {
        // Given
        int seenBefore = seen();
        AtomicInteger refusedAtOnce = new AtomicInteger();
        List<Future<Integer>> attack = new ArrayList<>();
        String token = Tokens.member("mallory");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int attacker = 0; attacker < ATTACKERS; attacker++) {
                attack.add(threads.submit(() -> trickle(token, refusedAtOnce)));
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> refusedAtOnce.get() == ATTACKERS - TightLimits.CONCURRENCY_MAX);
            assertThat(connections("points")).isZero();

            // When
            for (int request = 0; request < 20; request++) {
                post("alice", "small").statusCode(200).body("body", equalTo("small"));
            }

            // Then
            assertThat(seen() - seenBefore).isEqualTo(20);
            Map<Integer, Long> answers = new ArrayList<>(attack)
                    .stream()
                            .map(SlowBodyComponentTest::join)
                            .collect(Collectors.groupingBy(s -> s, Collectors.counting()));
            assertThat(answers)
                    .isEqualTo(Map.of(
                            408, (long) TightLimits.CONCURRENCY_MAX,
                            429, (long) (ATTACKERS - TightLimits.CONCURRENCY_MAX)));
        }
        assertThat(seen() - seenBefore).isEqualTo(20);
        post("mallory", "in one piece").statusCode(200);
        await().until(() -> bytesHeld() == 0);
    }

    @Test
    void shouldHoldOnlySoManyBytesForOneClientAndForAll() throws Exception {
        String unfinished = "x".repeat(40_000);
        try (RawConnection first = new RawConnection();
                RawConnection second = new RawConnection();
                RawConnection third = new RawConnection()) {
            // Given
            first.begin(POSTS, Tokens.member("greedy"), BODY_BYTES);
            first.send(unfinished);
            await().until(() -> bytesHeld() == 40_000);

            // When
            second.begin(POSTS, Tokens.member("greedy"), BODY_BYTES);
            second.send(unfinished);

            // Then
            RawConnection.Answer refused = second.answer();
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.head()).contains("Retry-After: 1");
            assertThat(refused.body()).contains("/problems/concurrency-limited");
            post("modest", unfinished).statusCode(200);

            // And when others fill the rest
            third.begin(POSTS, Tokens.member("second"), BODY_BYTES);
            third.send(unfinished);
            await().until(() -> bytesHeld() == 80_000);
            post("third", "x".repeat(60_000))
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/gateway-busy"));
        }
        await().until(() -> bytesHeld() == 0);
        post("third", "x".repeat(60_000)).statusCode(200);
    }

    @Test
    void shouldBlameTheClientWhoseBodyDoesNotCome() throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.begin(POSTS, Tokens.member("late"), 100);
            connection.send("only this");

            RawConnection.Answer answer = connection.answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).contains("/problems/request-too-slow");
            assertThat(connection.isClosedByTheGateway()).isTrue();
        }
    }

    @Test
    void shouldRefuseABodyThatComesInVeryManyChunks() throws IOException {
        int seenBefore = seen();

        RawConnection.Answer usual = postInChunksOfOneByte(500);
        RawConnection.Answer excessive = postInChunksOfOneByte(5_000);

        assertThat(usual.status()).isEqualTo(200);
        assertThat(excessive.status()).isEqualTo(400);
        assertThat(excessive.body()).contains("/problems/body-in-too-many-pieces");
        assertThat(seen() - seenBefore).isEqualTo(1);
    }

    @Test
    void shouldCountAClientsRequestsNoLongerWhenItIsGone() throws Exception {
        for (int round = 0; round < 2; round++) {
            List<RawConnection> open = new ArrayList<>();
            for (int request = 0; request < TightLimits.CONCURRENCY_MAX; request++) {
                RawConnection connection = new RawConnection();
                open.add(connection);
                connection.begin(POSTS, Tokens.member("restless"), 100);
                connection.send("x");
            }
            await().until(() -> bytesHeld() == TightLimits.CONCURRENCY_MAX);
            post("restless", "one more").statusCode(429);
            for (RawConnection connection : open) {
                connection.close();
            }
            await().until(() ->
                    meters.get("lodestone.gateway.active.clients").gauge().value() == 0);
            post("restless", "one more").statusCode(200);
        }
    }

    private static RawConnection.Answer postInChunksOfOneByte(int chunks) throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.send(
                    "POST " + POSTS + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + Tokens.member("chopper")
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n" + "1\r\nx\r\n".repeat(chunks) + "0\r\n\r\n");
            return connection.answer();
        }
    }

    /** Sends a byte now and then until there is an answer; its status. */
    private static int trickle(String token, AtomicInteger refusedAtOnce) throws Exception {
        try (RawConnection connection = new RawConnection()) {
            connection.begin(POSTS, token, BODY_BYTES);
            Thread sender = Thread.ofVirtual().start(() -> sendUntilClosed(connection));
            int status = connection.answer().status();
            if (status == 429) {
                refusedAtOnce.incrementAndGet();
            }
            assertThat(connection.isClosedByTheGateway()).isTrue();
            sender.join();
            return status;
        }
    }

    private static void sendUntilClosed(RawConnection connection) {
        try {
            while (true) {
                connection.send("x");
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        } catch (IOException closed) {
            // The gateway has had enough.
        }
    }

    private static int join(Future<Integer> attacker) {
        try {
            return attacker.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static ValidatableResponse post(String subject, String body) {
        return given().auth()
                .oauth2(Tokens.member(subject))
                .contentType("text/plain")
                .body(body)
                .post(POSTS)
                .then();
    }

    private static int seen() {
        return given().auth()
                .oauth2(Tokens.member("counter"))
                .get("/api/points/v1/seen")
                .path("requests");
    }

    private double connections(String service) {
        return meters.get("lodestone.gateway.upstream.connections")
                .tag("service", service)
                .gauge()
                .value();
    }

    /** The gauge is there from the first body on. */
    private double bytesHeld() {
        Gauge gauge = meters.find("lodestone.gateway.body.bytes").gauge();
        return gauge == null ? 0 : gauge.value();
    }
}
