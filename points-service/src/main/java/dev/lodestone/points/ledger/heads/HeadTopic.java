package dev.lodestone.points.ledger.heads;

import dev.lodestone.points.ledger.hashing.Chain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Topics of heads, read backwards from the end. */
final class HeadTopic {
    private final Map<String, Object> kafka;
    private final Duration timeout;
    private final int pageSize;

    HeadTopic(Map<String, Object> kafka, HeadsConfig config) {
        this.kafka = kafka;
        this.timeout = config.timeout();
        this.pageSize = config.pageSize();
    }

    /** Creates the topic if it does not exist. The broker's defaults would delete heads after a week. */
    void create(Chain chain) {
        NewTopic topic = new NewTopic(chain.topic(), Optional.of(1), Optional.empty())
                .configs(Map.of("retention.ms", "-1", "retention.bytes", "-1", "cleanup.policy", "delete"));
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(topic)).all().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker creates " + chain.topic(), interrupted);
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the broker does not create " + chain.topic(), failure);
            }
        } catch (TimeoutException late) {
            throw new IllegalStateException("the broker does not answer", late);
        }
    }

    /** The lines before offset {@code end}, newest first; 0 means the end of the topic. */
    HeadPage page(Chain chain, long end) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        TopicPartition partition = new TopicPartition(chain.topic(), 0);
        List<TopicPartition> partitions = List.of(partition);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            if (consumer.partitionsFor(chain.topic(), timeout).size() > 1) {
                throw new IllegalStateException("the topic " + chain.topic() + " must have one partition");
            }
            consumer.assign(partitions);
            long first = Objects.requireNonNull(
                    consumer.beginningOffsets(partitions, timeout).get(partition));
            long until = end == 0
                    ? Objects.requireNonNull(
                            consumer.endOffsets(partitions, timeout).get(partition))
                    : end;
            long from = Math.max(first, until - pageSize);
            consumer.seek(partition, from);
            return new HeadPage(lines(consumer, partition, until).reversed(), from > first ? from : 0);
        }
    }

    private List<String> lines(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long until) {
        List<String> lines = new ArrayList<>();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (consumer.position(partition, timeout) < until) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the broker does not return the records of " + partition);
            }
            for (ConsumerRecord<byte[], byte[]> line : consumer.poll(Duration.ofMillis(200))) {
                if (line.offset() < until && line.value() != null) {
                    lines.add(new String(line.value(), StandardCharsets.UTF_8));
                }
            }
        }
        return lines;
    }
}
