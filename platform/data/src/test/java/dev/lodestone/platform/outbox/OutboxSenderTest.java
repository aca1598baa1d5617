package dev.lodestone.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.devstack.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxSenderTest {
    private static final TopicPartition THERE = new TopicPartition("there", 0);

    @TempDir
    static Path folder;

    @Test
    void shouldSendNothingBehindARowThatTheProducerGivesUp() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.open(folder, 0, Map.of("auto.create.topics.enable", "false"))) {
            Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
            try (Admin admin = Admin.create(settings)) {
                admin.createTopics(List.of(new NewTopic(THERE.topic(), 1, (short) 1)))
                        .all()
                        .get();
            }

            try (OutboxSender sender = new OutboxSender(settings, Duration.ofSeconds(2))) {
                assertThatThrownBy(() -> sender.send(List.of(row(THERE.topic()), row("not-there"), row(THERE.topic()))))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(TimeoutException.class);
            }

            assertThat(records(settings)).as("the row in front alone").isEqualTo(1);
        }
    }

    private static OutboxRow row(String topic) {
        return new OutboxRow(UUID.randomUUID(), topic, "member", "test", new byte[1], null, null, null);
    }

    private static long records(Map<String, Object> settings) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            return consumer.endOffsets(List.of(THERE)).get(THERE);
        }
    }
}
