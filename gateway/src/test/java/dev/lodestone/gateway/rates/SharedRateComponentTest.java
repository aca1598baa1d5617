package dev.lodestone.gateway.rates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.gateway.RedisServer;
import dev.lodestone.gateway.SharedLimits;
import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SharedLimits.class)
class SharedRateComponentTest {
    private static final int ALL = SharedLimits.BURST;

    RedisServer server;

    @Inject
    RatesConfig config;

    @Inject
    Vertx vertx;

    @Inject
    Instance<Redis> redis;

    @Inject
    Alarms alarms;

    @Inject
    MeterRegistry meters;

    private RateLimiter one;
    private RateLimiter other;

    @BeforeEach
    void startTwoReplicas() {
        one = replica();
        other = replica();
    }

    @AfterEach
    void bringRedisBack() {
        if (!server.isRunning()) {
            server.restart();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            echo("scout");
            return meters.get("lodestone.gateway.limits.shared").gauge().value() == 1;
        });
    }

    @Test
    void G06_shouldCountAClientsRequestsTogetherForAllReplicas() throws Exception {
        // Given
        assertThat(take(one, "alice", ALL / 2).allowed()).isTrue();

        // When
        RateDecision decision = take(other, "alice", ALL);

        // Then
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.remaining()).isBetween((long) ALL / 2, ALL - 1L);
        assertThat(take(other, "bob", ALL).allowed()).isTrue();
    }

    @Test
    void G06_shouldCountEachOfManyRequestsOfOneClientAtTheSameMoment() throws Exception {
        // Given
        int requests = 200;
        RatesConfig wide = new Wide(config, requests + 1);
        RateLimiter replica = replica(wide);
        double alarmsBefore = alarmsRaised();

        // When
        List<CompletableFuture<RateDecision>> takes = new ArrayList<>();
        for (int request = 0; request < requests; request++) {
            takes.add(replica.take("ivan", 1).toCompletionStage().toCompletableFuture());
        }
        for (CompletableFuture<RateDecision> take : takes) {
            assertThat(take.get(20, TimeUnit.SECONDS).allowed()).isTrue();
        }

        // Then
        assertThat(alarmsRaised()).isEqualTo(alarmsBefore);
        assertThat(take(replica(wide), "ivan", requests / 2).allowed()).isFalse();
    }

    @Test
    void G06_shouldNotAskAgainBeforeTheSharedBucketCanAllowIt() throws Exception {
        // Given
        assertThat(take(one, "judy", ALL).allowed()).isTrue();
        assertThat(take(other, "judy", ALL).allowed()).isFalse();

        // When
        server.ask("FLUSHALL");

        // Then
        RateDecision remembered = take(other, "judy", ALL);
        assertThat(remembered.allowed()).isFalse();
        assertThat(remembered.untilNext()).isPositive();
        assertThat(take(other, "judy", 1).allowed()).as("less than was refused").isTrue();
    }

    @Test
    void G06_shouldGiveTheWholeLimitToAClientThatMovesToAnotherReplica() throws Exception {
        // Given
        assertThat(take(one, "carol", ALL).allowed()).isTrue();
        assertThat(take(other, "carol", ALL).allowed()).isFalse();

        // When
        await().atMost(Duration.ofSeconds(ALL + 20))
                .until(() -> take(one, "carol", 2).allowed());

        // Then
        assertThat(take(other, "carol", ALL).allowed()).isFalse();
    }

    @Test
    void G06_shouldKeepNoClientInRedisForLongerThanItsBucketTakesToRefill() throws Exception {
        // Given
        server.ask("FLUSHALL");

        // When
        take(one, "member-4711", ALL);

        // Then
        String key = server.ask("KEYS *");
        assertThat(key).contains("lodestone:rate:").doesNotContain("4711");
        String name = key.lines()
                .filter(line -> line.startsWith("lodestone:"))
                .findFirst()
                .orElseThrow();
        assertThat(Long.parseLong(server.ask("TTL " + name).strip().substring(1)))
                .isBetween(1L, ALL + 10L);
    }

    @Test
    void G06_shouldLimitEachReplicaByItselfWhileRedisIsAway() throws Exception {
        // Given
        echo("dave").then().statusCode(200);
        double alarmsBefore = alarmsRaised();

        // When
        server.kill();

        // Then
        for (int request = 0; request < 4; request++) {
            echo("eve").then().statusCode(200);
        }
        assertThat(alarmsRaised()).isGreaterThan(alarmsBefore);
        assertThat(take(one, "frank", ALL).allowed()).isTrue();
        assertThat(take(one, "frank", ALL).allowed()).isFalse();
        assertThat(take(other, "frank", ALL).allowed()).isTrue();
    }

    @Test
    void G06_shouldShareAgainWhenRedisIsBack() throws Exception {
        // Given
        server.kill();
        for (int request = 0; request < 4; request++) {
            take(one, "grace-" + request, 1);
            take(other, "grace-" + request, 1);
        }

        // When
        server.restart();

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            String client = "heidi-" + System.nanoTime();
            return take(one, client, ALL).allowed() && !take(other, client, ALL).allowed();
        });
    }

    private double alarmsRaised() {
        return meters.counter("lodestone.alarms", "kind", "shared-limits-away").count();
    }

    private RateLimiter replica() {
        return replica(config);
    }

    private RateLimiter replica(RatesConfig settings) {
        return new RateLimiter(settings, vertx, redis, alarms, new SimpleMeterRegistry());
    }

    private static RateDecision take(RateLimiter replica, String client, long cost) throws Exception {
        return replica.take(client, cost)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private static Response echo(String subject) {
        return given().auth().oauth2(Tokens.member(subject)).get("/api/points/v1/echo");
    }

    /** A larger bucket that refills as slowly. */
    private record Wide(RatesConfig config, long burst) implements RatesConfig {
        @Override
        public long perSecond() {
            return config.perSecond();
        }

        @Override
        public int clientsMax() {
            return config.clientsMax();
        }

        @Override
        public Map<String, Cost> costs() {
            return config.costs();
        }

        @Override
        public Redis redis() {
            return config.redis();
        }
    }
}
