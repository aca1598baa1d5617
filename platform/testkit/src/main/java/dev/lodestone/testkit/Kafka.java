package dev.lodestone.testkit;

import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Sends and reads records on the broker of a test. */
public final class Kafka {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static volatile @Nullable String bootstrapServers;

    private Kafka() {}

    /** Names the broker where the test's own configuration does not: beside a packaged service. */
    public static void connectTo(String servers) {
        bootstrapServers = servers;
    }

    /** Sends {@code events} to {@code topic} in order, keyed by member, and waits until the broker has them. */
    public static void send(String topic, Collection<? extends Event<?>> events) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (Event<?> event : events) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topic, event.member().toString(), EventCodec.encode(event));
            // As the relay and other good senders do; a connector may treat such a record otherwise than one without.
            record.headers().add("content-type", EventCodec.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
            records.add(record);
        }
        sendRecords(records);
    }

    public static void send(String topic, Event<?>... events) {
        send(topic, List.of(events));
    }

    /** Sends bytes that may be no event at all. */
    public static void sendRaw(String topic, String key, byte[] value) {
        sendRecords(List.of(new ProducerRecord<>(topic, key, value)));
    }

    /** Sends bytes that may be no event at all, many at once, by their keys. */
    public static void sendRaw(String topic, Map<String, byte[]> valuesByKey) {
        sendRecords(valuesByKey.entrySet().stream()
                .map(entry -> new ProducerRecord<>(topic, entry.getKey(), entry.getValue()))
                .toList());
    }

    private static void sendRecords(List<ProducerRecord<String, byte[]>> records) {
        sendBytes(records.stream()
                .map(record -> new ProducerRecord<>(
                        record.topic(),
                        null,
                        record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8),
                        record.value(),
                        record.headers()))
                .toList());
    }

    /** Sends records whose keys, values and headers may be any bytes, in order. */
    public static void sendBytes(List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap(), "linger.ms", 5);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (var record : records) {
                sent.add(producer.send(record));
            }
            for (Future<RecordMetadata> future : sent) {
                future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the broker did not take the records", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** All records of {@code topic} that match, once there are at least {@code count}; fails after half a minute. */
    public static List<ConsumerRecord<String, byte[]>> await(
            String topic, int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (found.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                });
            }
        }
        if (found.size() < count) {
            throw new AssertionError(
                    "expected " + count + " records on " + topic + " within " + PATIENCE + ", saw " + found.size());
        }
        return found;
    }

    /** The events of one member on {@code topic}, once there are at least {@code count}. */
    public static List<Event<?>> awaitOf(String topic, String memberId, int count) {
        return await(topic, count, record -> memberId.equals(record.key())).stream()
                .<Event<?>>map(record -> EventCodec.decode(record.value()))
                .toList();
    }

    /** All that is on {@code topic} right now and matches. */
    public static List<ConsumerRecord<String, byte[]>> now(
            String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    /** The partitions of {@code topic}, which may be only just about to be made by the first record that is sent to it. */
    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
            if (!found.isEmpty()) {
                return found.stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
            }
        }
        throw new AssertionError("topic " + topic + " did not appear within " + PATIENCE);
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static String bootstrap() {
        return bootstrapServers != null
                ? bootstrapServers
                : ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
