package dev.lodestone.platform.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The topics that the broker does not have. Their rows wait in the outbox, in their order, until an operator has created the topic;
 * the rows of all other topics are sent. A new relay starts with an empty set.
 */
final class MissingTopics {
    /** Time-out of the query whether a topic exists; the relay waits for it. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(1);

    private final Map<String, Object> settings;
    private final Duration interval;
    private final Set<String> topics = new TreeSet<>();
    private long checkAt;

    MissingTopics(Map<String, Object> kafka, Duration interval) {
        this.settings = new HashMap<>(kafka);
        // If the broker creates topics automatically, this query creates the topic.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, true);
        this.interval = interval;
    }

    void add(String topic) {
        if (topics.isEmpty()) {
            checkAt = System.nanoTime() + interval.toNanos();
        }
        topics.add(topic);
    }

    Set<String> names() {
        return Set.copyOf(topics);
    }

    /** Removes the topics that exist now; asks the broker at most once per interval. Returns the missing ones if it asked. */
    List<String> check() {
        if (topics.isEmpty() || System.nanoTime() - checkAt < 0) {
            return List.of();
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            topics.removeIf(topic -> exists(consumer, topic));
        }
        checkAt = System.nanoTime() + interval.toNanos();
        return List.copyOf(topics);
    }

    private static boolean exists(KafkaConsumer<?, ?> consumer, String topic) {
        try {
            return !consumer.partitionsFor(topic, ANSWER_MAX).isEmpty();
        } catch (KafkaException noAnswer) {
            return false;
        }
    }
}
