package dev.lodestone.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.devstack.embedded.EmbeddedKafka;
import dev.lodestone.devstack.embedded.EmbeddedPostgresql;
import dev.lodestone.devstack.embedded.EmbeddedPostgresql.Durability;
import dev.lodestone.testkit.Dose;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The relay against a real broker and a real database that fail in earnest; each test has its own, so that one need not wait for the other. */
@Execution(ExecutionMode.CONCURRENT)
class OutboxRelayTest {
    private static final String TOPIC = "points";
    private static final int MEMBERS = 20;
    private static final int ROWS = 6_000;
    private static final Duration OUTAGE = Duration.ofSeconds(Dose.of(10, 60));

    @TempDir
    static Path folder;

    private EmbeddedPostgresql postgresql;
    private EmbeddedKafka kafka;
    private Path kafkaFolder;
    private String url;
    private Process relay;

    @BeforeEach
    void startServers() throws Exception {
        String run = UUID.randomUUID().toString();
        postgresql = EmbeddedPostgresql.open(folder.resolve("postgresql-" + run), 0, Durability.FAST);
        postgresql.createDatabase("outbox");
        url = postgresql.jdbcUrl("outbox");
        kafkaFolder = folder.resolve("kafka-" + run);
        kafka = EmbeddedKafka.open(kafkaFolder, 0);
        for (String script :
                List.of("V202611220001__create_inbox_outbox_idempotency.sql", "V202611280101__keep_dead_letters.sql")) {
            try (Connection connection = connect();
                    var statements = OutboxRelay.class.getResourceAsStream("/db/platform/" + script)) {
                connection.createStatement().execute(new String(statements.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @AfterEach
    void stopServers() {
        if (relay != null) {
            relay.destroyForcibly();
        }
        kafka.close();
        postgresql.close();
    }

    @Test
    void shouldLoseNothingAndKeepOrderWhenKilledBetweenSendAndDelete() throws Exception {
        // Given
        insert(0, ROWS);

        // When: the process is killed five times while batches are under way.
        for (int kill = 1; kill <= 5; kill++) {
            relay = startRelay();
            int left = ROWS - kill * ROWS / 8;
            await("progress before kill " + kill).atMost(Duration.ofSeconds(40)).until(() -> rowsLeft() < left);
            relay.destroyForcibly().waitFor();
        }
        relay = startRelay();

        // Then
        await("empty outbox").atMost(Duration.ofSeconds(60)).until(() -> rowsLeft() == 0);
        assertEveryRowArrivedInOrder(ROWS);
    }

    @Test
    void shouldLoseNothingAndKeepOrderWhenTheBrokerIsAway() throws Exception {
        // Given
        relay = startRelay();
        insert(0, 500);
        await("first rows").atMost(Duration.ofSeconds(40)).until(() -> rowsLeft() == 0);
        int port = kafka.port();

        // When
        kafka.close();
        insert(500, 1_000);
        await("the time without broker")
                .pollDelay(OUTAGE)
                .atMost(OUTAGE.plusSeconds(10))
                .until(() -> rowsLeft() == 500);
        insert(1_000, 1_500);
        kafka = EmbeddedKafka.open(kafkaFolder, port);

        // Then
        await("empty outbox").atMost(Duration.ofSeconds(60)).until(() -> rowsLeft() == 0);
        assertEveryRowArrivedInOrder(1_500);
    }

    @Test
    void case15_shouldQuarantineWhatTheBrokerRefusesAndSendTheRestOnce() throws Exception {
        // Given: between sound rows, one that no broker takes and one for a topic that cannot exist.
        insert(0, 100);
        insert(TOPIC, new byte[1_048_440]);
        insert("no such topic", new byte[1]);
        insert(100, 200);

        // When
        relay = startRelay();

        // Then
        await("empty outbox").atMost(Duration.ofSeconds(60)).until(() -> count("outbox") == 0);
        assertThat(count("outbox_quarantine")).isEqualTo(2);
        assertEveryRowArrivedInOrder(200);
        assertThat(records(TOPIC)).as("each once").isEqualTo(200);
    }

    @Test
    void shouldLetOnlyTheRowsOfAMissingTopicWaitAndSendEachOnce() throws Exception {
        // Given: a broker that creates no topic, and rows of a missing one between those of one that is there.
        kafka.close();
        kafka = EmbeddedKafka.open(kafkaFolder, kafka.port(), Map.of("auto.create.topics.enable", "false"));
        create(TOPIC);
        insert(0, 100);
        for (int n = 0; n < 60; n++) {
            insert("not-there-yet", Integer.toString(n).getBytes(StandardCharsets.UTF_8));
        }
        insert(100, 200);

        // When
        relay = startRelay();

        // Then
        await("the rows of the topic that is there")
                .atMost(Duration.ofSeconds(60))
                .until(() -> count("outbox") == 60);
        insert(200, 300);
        await("rows that came later").atMost(Duration.ofSeconds(60)).until(() -> count("outbox") == 60);
        assertEveryRowArrivedInOrder(300);
        assertThat(records(TOPIC)).as("each once").isEqualTo(300);

        // When: the topic is created.
        create("not-there-yet");

        // Then
        await("empty outbox").atMost(Duration.ofSeconds(60)).until(() -> count("outbox") == 0);
        assertThat(values("not-there-yet"))
                .isEqualTo(IntStream.range(0, 60).mapToObj(Integer::toString).toList());
        assertThat(count("outbox_quarantine")).isZero();
    }

    private void create(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    /** What the only partition of {@code topic} has, in its order. */
    private List<String> values(String topic) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private void insert(String topic, byte[] payload) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into outbox (id, aggregatetype, aggregateid, type, payload)
                        values (gen_random_uuid(), ?, 'member-0', 'test', ?)
                        """)) {
            insert.setString(1, topic);
            insert.setBytes(2, payload);
            insert.execute();
        }
    }

    /** Records on the topic, repetitions included. */
    private long records(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(end -> end)
                    .sum();
        }
    }

    /** Row n belongs to member n % MEMBERS; its payload is n. */
    private void insert(int from, int to) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into outbox (id, aggregatetype, aggregateid, type, payload)
                        values (gen_random_uuid(), ?, ?, 'test', ?)
                        """)) {
            for (int n = from; n < to; n++) {
                insert.setString(1, TOPIC);
                insert.setString(2, "member-" + n % MEMBERS);
                insert.setBytes(3, Integer.toString(n).getBytes(StandardCharsets.UTF_8));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** A row may arrive more than once; what counts is when it arrived first. */
    private void assertEveryRowArrivedInOrder(int rows) {
        Map<String, SequencedSet<Integer>> arrived = new LinkedHashMap<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> arrived.computeIfAbsent(record.key(), key -> new LinkedHashSet<>())
                                .add(Integer.parseInt(record.value())));
            }
        }
        for (int member = 0; member < MEMBERS; member++) {
            int remainder = member;
            List<Integer> expected = IntStream.range(0, rows)
                    .filter(n -> n % MEMBERS == remainder)
                    .boxed()
                    .toList();
            assertThat(new ArrayList<>(arrived.get("member-" + member))).isEqualTo(expected);
        }
    }

    private long rowsLeft() throws SQLException {
        return count("outbox");
    }

    private long count(String table) throws SQLException {
        try (Connection connection = connect();
                ResultSet result = connection.createStatement().executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private Process startRelay() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayProcess.class.getName(),
                        url,
                        EmbeddedPostgresql.USER,
                        kafka.bootstrapServers())
                .inheritIO()
                .start();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, EmbeddedPostgresql.USER, EmbeddedPostgresql.PASSWORD);
    }
}
