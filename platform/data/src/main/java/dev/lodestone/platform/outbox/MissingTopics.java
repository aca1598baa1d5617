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
 * The topics that the broker does not have. Their rows wait in the outbox, in their order, and leave once an operator has created the topic;
 * the rows of all other topics go on. A new relay starts without any: it finds out again.
 */
final class MissingTopics {
    /** How long the broker may take to say whether a topic is there; the relay stands meanwhile. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(1);

    private final Map<String, Object> settings;
    private final Duration interval;
    private final Set<String> topics = new TreeSet<>();
    private long checkAt;

    MissingTopics(Map<String, Object> kafka, Duration interval) {
        this.settings = new HashMap<>(kafka);
        // Where the broker may create topics, asking for one creates it.
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

    /** Forgets the topics that the broker has by now; asks it at most once an interval. Returns those it still does not have, if it asked. */
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
