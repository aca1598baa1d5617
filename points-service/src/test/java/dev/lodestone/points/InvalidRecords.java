package dev.lodestone.points;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lodestone.events.EventType;
import dev.lodestone.events.Topic;
import dev.lodestone.platform.ids.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Creates valid records and records with one error in key, value, type, topic, size or encoding. Some valid ones have unusual headers. The
 * same generator creates the same sequence of kinds.
 */
final class InvalidRecords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration EARLY = Duration.ofHours(47);
    private static final int RECORD_BYTES_MAX = 1_048_400;

    /**
     * @param record a unique record
     * @param reason the reason of its dead letter, or {@code null} for a valid record
     */
    record Sample(
            ProducerRecord<byte[], byte[]> record, @Nullable String reason) {}

    private final RandomGenerator random;

    InvalidRecords(RandomGenerator random) {
        this.random = random;
    }

    /** A valid record of {@code topic}; its headers are arbitrary, since no consumer reads them. */
    Sample valid(String topic) {
        ObjectNode event = event(topic);
        ProducerRecord<byte[], byte[]> record = record(topic, key(event), bytes(event));
        switch (random.nextInt(4)) {
            case 0 -> record.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
            case 1 -> record.headers().add("\0", null).add("traceparent", random(random.nextInt(300)));
            case 2 -> {
                for (int i = 0; i < 100; i++) {
                    record.headers().add("h" + i, random(50));
                }
            }
            default -> {
                // None at all.
            }
        }
        return new Sample(record, null);
    }

    /** A record of {@code topic} that is valid only after two days. */
    Sample early(String topic) {
        ObjectNode event = event(topic);
        event.put("time", Instant.now().plus(EARLY).toString());
        return new Sample(record(topic, key(event), bytes(event)), "future-time");
    }

    /** An invalid record of {@code topic}. */
    Sample invalid(String topic) {
        ObjectNode event = event(topic);
        byte[] key = key(event);
        byte[] value = bytes(event);
        return switch (random.nextInt(19)) {
            case 0 -> invalid(topic, null, value, "wrong-key");
            case 1 -> invalid(topic, new byte[0], value, "wrong-key");
            case 2 -> invalid(topic, new byte[] {0}, value, "wrong-key");
            case 3 -> invalid(topic, random(random.nextInt(1, 40)), value, "wrong-key");
            case 4 -> invalid(topic, random(50_000), value, "wrong-key");
            case 5 -> invalid(topic, ("crm:" + Ids.next()).getBytes(StandardCharsets.UTF_8), value, "wrong-key");
            case 6 -> invalid(topic, key, null, "unreadable");
            case 7 -> invalid(topic, random(16), new byte[0], "unreadable");
            case 8 -> invalid(topic, key, Arrays.copyOf(value, random.nextInt(1, value.length)), "unreadable");
            case 9 -> invalid(topic, key, notUtf8(random(random.nextInt(1, 2_000))), "unreadable");
            case 10 -> invalid(topic, random(8), notUtf8(random(randomSize())), "unreadable");
            case 11 ->
                invalid(
                        topic,
                        key,
                        new String(value, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16BE),
                        "unreadable");
            case 12 -> invalid(topic, key, notUtf8(value), "unreadable");
            case 13 ->
                invalid(
                        topic,
                        key,
                        bytes(event.put("type", event.get("type").asText() + "." + Ids.next())),
                        "unreadable");
            case 14 -> invalid(topic, key, bytes(event.put("source", "x".repeat(300) + Ids.next())), "unreadable");
            case 15 -> invalid(topic, key, bytes(event.put("time", "yesterday " + Ids.next())), "unreadable");
            case 16 -> invalid(topic, key, bytes(event.put("time", "2106-01-01T00:00:00Z")), "future-time");
            case 17 -> invalid(topic, key, bytes(event.putNull("data")), "unreadable");
            default -> {
                ObjectNode foreign = event(Topic.ORDERS.equals(topic) ? Topic.BEHAVIOURS : Topic.ORDERS);
                yield invalid(topic, key(foreign), bytes(foreign), "wrong-topic");
            }
        };
    }

    private Sample invalid(String topic, byte @Nullable [] key, byte @Nullable [] value, String reason) {
        return new Sample(record(topic, key, value), reason);
    }

    /** A random size, sometimes the maximum of the broker. */
    private int randomSize() {
        return random.nextInt(20) == 0 ? RECORD_BYTES_MAX : random.nextInt(1, 20_000);
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, key, value);
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Bytes that are not valid UTF-8. */
    private static byte[] notUtf8(byte[] bytes) {
        byte[] notUtf8 = bytes.clone();
        notUtf8[0] = (byte) 0xff;
        return notUtf8;
    }

    private ObjectNode event(String topic) {
        List<EventType> types = new ArrayList<>(Arrays.asList(EventType.values()));
        types.removeIf(type -> !type.topic().equals(topic));
        ObjectNode event = sample(types.get(random.nextInt(types.size())));
        event.put("id", Ids.next().toString());
        event.put("source", "/fuzz");
        event.put("subject", "crm:" + Ids.next());
        return event;
    }

    private static byte[] key(JsonNode event) {
        return event.get("subject").asText().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JsonNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode sample(EventType type) {
        String name = "/dev/lodestone/events/samples/" + type.type() + ".json";
        try (InputStream in = Objects.requireNonNull(EventType.class.getResourceAsStream(name))) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
