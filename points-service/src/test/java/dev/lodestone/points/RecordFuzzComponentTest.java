package dev.lodestone.points;

import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.events.Topic;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.security.Role;
import dev.lodestone.testkit.Dose;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sends thousands of invalid records among valid ones: each valid record counts once, each invalid record becomes a dead letter, and those
 * that can be processed later count once after a redrive.
 */
@QuarkusTest
class RecordFuzzComponentTest {
    private static final long SEED = 20_261_128;
    private static final int INVALID_RECORDS = Dose.of(200, 10_000);
    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Pool pool;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final InvalidRecords records = new InvalidRecords(random);

    @Inject
    SettableClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {Topic.ORDERS, Topic.BEHAVIOURS, Topic.MEMBERS, Topic.TIERS, Topic.COMMUNITY, Topic.RECALL})
    void G03_shouldCountValidRecordsOnceAndListInvalidOnes(String topic) {
        List<InvalidRecords.Sample> all = new ArrayList<>();
        List<InvalidRecords.Sample> early = new ArrayList<>();
        for (int invalid = 0; invalid < INVALID_RECORDS; invalid++) {
            all.add(records.invalid(topic));
            if (random.nextInt(3) == 0) {
                all.add(records.valid(topic));
            }
            if (random.nextInt(20) == 0) {
                early.add(records.early(topic));
                all.add(early.getLast());
            }
        }
        all.add(records.valid(topic));

        // When: sent in pages; some valid records are sent twice.
        for (int from = 0; from < all.size(); from += PAGE) {
            send(all.subList(from, Math.min(from + PAGE, all.size())));
        }
        send(all.stream().filter(one -> one.reason() == null).limit(50).toList());

        // Then
        List<InvalidRecords.Sample> valid =
                all.stream().filter(one -> one.reason() == null).toList();
        List<InvalidRecords.Sample> invalid =
                all.stream().filter(one -> one.reason() != null).toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counted(valid))
                        .as("valid records that count")
                        .isEqualTo(valid.size()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notListed(topic, invalid)).isEmpty());
        assertThat(paused()).isEmpty();
        assertThat(counted(early)).as("early records that count").isZero();

        // When: two days pass, and all dead letters with this reason are redriven. Events of the year 2106 are still
        // too
        // far in the future.
        clock.forward(Duration.ofDays(2));
        assertThat(redrive(topic, "future-time")).isGreaterThan(early.size());

        // Then
        await().atMost(PATIENCE.multipliedBy(3))
                .untilAsserted(() -> assertThat(openOf(topic, "future-time"))
                        .containsExactlyInAnyOrderElementsOf(invalid.stream()
                                .filter(one -> "future-time".equals(one.reason()) && !early.contains(one))
                                .map(one -> md5(one.record().value()))
                                .toList()));
        assertThat(counted(early)).as("early records that count").isEqualTo(early.size());
        assertThat(notListed(topic, invalid)).isEmpty();
        assertThat(imbalance()).isZero();
    }

    /** Redrives the dead letters of {@code reason}; returns their number. */
    private static int redrive(String topic, String reason) {
        return as(Tokens.of("ada", Role.DEAD_LETTERS))
                .header("Idempotency-Key", Ids.next().toString())
                .body(Map.of("topic", topic, "reason", reason))
                .post("/api/points/v1/dead-letters/redrive")
                .then()
                .statusCode(202)
                .extract()
                .path("requested");
    }

    /** MD5 of the values of unresolved dead letters. For one that is being redriven it is the state, so that it does not count as open. */
    private List<String> openOf(String topic, String reason) {
        List<String> open = new ArrayList<>();
        query(
                        "select case state when 'OPEN' then md5(value) else state end as value from dead_letter"
                                + " where topic = $1 and reason = $2 and state <> 'RESOLVED'",
                        Tuple.of(topic, reason))
                .forEach(row -> open.add(row.getString("value")));
        return open;
    }

    private static void send(List<InvalidRecords.Sample> samples) {
        Kafka.sendBytes(samples.stream().map(InvalidRecords.Sample::record).toList());
    }

    /** The number of {@code valid} records in the inbox; its primary key allows each once. */
    private int counted(List<InvalidRecords.Sample> valid) {
        UUID[] keys = valid.stream()
                .map(one -> EventCodec.decode(one.record().value()).key())
                .toArray(UUID[]::new);
        return query(
                        "select event_id from inbox where event_id = any($1::uuid[])",
                        Tuple.tuple().addArrayOfUUID(keys))
                .size();
    }

    /** The records without a dead letter with the same bytes, the owner SENDER and the right reason. */
    private List<String> notListed(String topic, List<InvalidRecords.Sample> invalid) {
        Map<String, String> kept = new HashMap<>();
        query(
                        "select md5(key) as key, md5(value) as value, owner || ' ' || reason as why"
                                + " from dead_letter where topic = $1",
                        Tuple.of(topic))
                .forEach(row -> kept.put(row.getString("key") + row.getString("value"), row.getString("why")));
        return invalid.stream()
                .filter(one -> !("SENDER " + one.reason())
                        .equals(kept.get(
                                md5(one.record().key()) + md5(one.record().value()))))
                .map(one -> one.reason() + " but "
                        + kept.get(md5(one.record().key()) + md5(one.record().value())))
                .toList();
    }

    /** MD5 as PostgreSQL formats it; the text {@code null} for null. */
    private static String md5(byte @Nullable [] bytes) {
        try {
            return bytes == null
                    ? "null"
                    : HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private RowSet<Row> query(String statement, Tuple values) {
        return pool.preparedQuery(statement).execute(values).await().atMost(Duration.ofSeconds(30));
    }

    private static List<Object> paused() {
        return as(Tokens.of("ada", Role.DEAD_LETTERS))
                .get("/api/points/v1/dead-letters/summary")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("pausedChannels");
    }
}
