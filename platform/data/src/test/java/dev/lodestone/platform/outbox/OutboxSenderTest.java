package dev.lodestone.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.devstack.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxSenderTest {
    private static final TopicPartition THERE = new TopicPartition("there", 0);

    @TempDir
    static Path folder;

    @Test
    void shouldEndBeforeARowWhoseTopicIsMissing() throws Exception {
        try (EmbeddedKafka kafka = open("missing")) {
            try (OutboxSender sender = sender(kafka)) {
                OutboxSender.Sent sent = sender.send(List.of(row(THERE.topic()), row("not-there"), row(THERE.topic())));

                assertThat(sent.hole())
                        .isInstanceOfSatisfying(
                                MissingTopicException.class,
                                hole -> assertThat(hole.topic()).isEqualTo("not-there"));
                assertThat(sent.settled().stream()).containsExactly(0);
                assertThat(sent.refused()).isEmpty();
            }

            assertThat(records(kafka)).as("the row in front alone").isEqualTo(1);
        }
    }

    @Test
    void shouldNotTakeATopicForMissingWhileTheBrokerIsAway() throws Exception {
        EmbeddedKafka kafka = open("away");
        try (OutboxSender sender = sender(kafka)) {
            kafka.close();

            OutboxSender.Sent sent = sender.send(List.of(row(THERE.topic())));

            assertThat(sent.hole()).isNotNull().isNotInstanceOf(MissingTopicException.class);
            assertThat(sent.settled().isEmpty()).isTrue();
            assertThat(sent.refused()).isEmpty();
        }
    }

    private static EmbeddedKafka open(String name) throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.open(folder.resolve(name), 0, Map.of("auto.create.topics.enable", "false"));
        try (Admin admin = Admin.create(settings(kafka))) {
            admin.createTopics(List.of(new NewTopic(THERE.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
        return kafka;
    }

    private static OutboxSender sender(EmbeddedKafka kafka) {
        return new OutboxSender(settings(kafka), Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    private static Map<String, Object> settings(EmbeddedKafka kafka) {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static OutboxRow row(String topic) {
        return new OutboxRow(UUID.randomUUID(), topic, "member", "test", new byte[1], null, null, null);
    }

    private static long records(EmbeddedKafka kafka) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new StringDeserializer())) {
            return consumer.endOffsets(List.of(THERE)).get(THERE);
        }
    }
}
