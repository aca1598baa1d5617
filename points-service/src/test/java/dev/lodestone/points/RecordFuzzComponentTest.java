package dev.lodestone.points;

import static dev.lodestone.points.PointsApi.as;
import static dev.lodestone.points.PointsApi.imbalance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.events.Topic;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.security.Role;
import dev.lodestone.testkit.Dose;
import dev.lodestone.testkit.Kafka;
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
 * Thousands of records with something wrong among sound ones: every sound one counts once, every spoilt one is listed, and those that can be
 * mended count once when they are handled again.
 */
@QuarkusTest
class RecordFuzzComponentTest {
    private static final long SEED = 20_261_128;
    private static final int SPOILT_RECORDS = Dose.of(200, 10_000);
    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Pool pool;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final SpoiltRecords records = new SpoiltRecords(random);

    @Inject
    SettableClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
    }

    @ParameterizedTest
    @ValueSource(strings = {Topic.ORDERS, Topic.BEHAVIOURS, Topic.MEMBERS, Topic.TIERS, Topic.COMMUNITY, Topic.RECALL})
    void G03_shouldCountTheSoundOnceListTheSpoiltAndCountTheMendedOnce(String topic) {
        List<SpoiltRecords.Sample> all = new ArrayList<>();
        List<SpoiltRecords.Sample> early = new ArrayList<>();
        for (int spoilt = 0; spoilt < SPOILT_RECORDS; spoilt++) {
            all.add(records.spoilt(topic));
            if (random.nextInt(3) == 0) {
                all.add(records.sound(topic));
            }
            if (random.nextInt(20) == 0) {
                early.add(records.early(topic));
                all.add(early.getLast());
            }
        }
        all.add(records.sound(topic));

        // When: page by page, as much of it twice as makes no difference.
        for (int from = 0; from < all.size(); from += PAGE) {
            send(all.subList(from, Math.min(from + PAGE, all.size())));
        }
        send(all.stream().filter(one -> one.reason() == null).limit(50).toList());

        // Then
        List<SpoiltRecords.Sample> sound =
                all.stream().filter(one -> one.reason() == null).toList();
        List<SpoiltRecords.Sample> spoilt =
                all.stream().filter(one -> one.reason() != null).toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counted(sound))
                        .as("sound records that count")
                        .isEqualTo(sound.size()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notListed(topic, spoilt)).isEmpty());
        assertThat(paused()).isEmpty();
        assertThat(counted(early)).as("early records that count").isZero();

        // When: two days pass, and all of their reason are handled again; those of the year 2106 are no better than
        // before.
        clock.forward(Duration.ofDays(2));
        assertThat(redrive(topic, "future-time")).isGreaterThan(early.size());

        // Then
        await().atMost(PATIENCE.multipliedBy(3))
                .untilAsserted(() -> assertThat(openOf(topic, "future-time"))
                        .containsExactlyInAnyOrderElementsOf(spoilt.stream()
                                .filter(one -> "future-time".equals(one.reason()) && !early.contains(one))
                                .map(one -> md5(one.record().value()))
                                .toList()));
        assertThat(counted(early)).as("early records that count").isEqualTo(early.size());
        assertThat(notListed(topic, spoilt)).isEmpty();
        assertThat(imbalance()).isZero();
    }

    /** How many dead letters of {@code reason} are handled again. */
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

    /** The values, as MD5, of what is not resolved; a dead letter that is under way has no digest, so that nobody takes it for open. */
    private List<String> openOf(String topic, String reason) {
        List<String> open = new ArrayList<>();
        query(
                        "select case state when 'OPEN' then md5(value) else state end as value from dead_letter"
                                + " where topic = $1 and reason = $2 and state <> 'RESOLVED'",
                        Tuple.of(topic, reason))
                .forEach(row -> open.add(row.getString("value")));
        return open;
    }

    private static void send(List<SpoiltRecords.Sample> samples) {
        Kafka.sendBytes(samples.stream().map(SpoiltRecords.Sample::record).toList());
    }

    /** How many of {@code sound} the inbox knows; it knows each once, by its primary key. */
    private int counted(List<SpoiltRecords.Sample> sound) {
        UUID[] keys = sound.stream()
                .map(one -> EventCodec.decode(one.record().value()).key())
                .toArray(UUID[]::new);
        return query(
                        "select event_id from inbox where event_id = any($1::uuid[])",
                        Tuple.tuple().addArrayOfUUID(keys))
                .size();
    }

    /** Those that are not kept byte for byte as the sender's, with the right reason. */
    private List<String> notListed(String topic, List<SpoiltRecords.Sample> spoilt) {
        Map<String, String> kept = new HashMap<>();
        query(
                        "select md5(key) as key, md5(value) as value, owner || ' ' || reason as why"
                                + " from dead_letter where topic = $1",
                        Tuple.of(topic))
                .forEach(row -> kept.put(row.getString("key") + row.getString("value"), row.getString("why")));
        return spoilt.stream()
                .filter(one -> !("SENDER " + one.reason())
                        .equals(kept.get(
                                md5(one.record().key()) + md5(one.record().value()))))
                .map(one -> one.reason() + " but "
                        + kept.get(md5(one.record().key()) + md5(one.record().value())))
                .toList();
    }

    /** As PostgreSQL writes it; the text {@code null} for none. */
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
