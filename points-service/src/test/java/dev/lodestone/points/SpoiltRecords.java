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
 * Makes records with one thing wrong in key, value, type, topic, size or encoding, and sound ones, some of them with odd headers. The same
 * generator makes the same kinds in the same sequence.
 */
final class SpoiltRecords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration EARLY = Duration.ofHours(47);
    private static final int RECORD_BYTES_MAX = 1_048_400;

    /**
     * @param record never equal to another one
     * @param reason why it must be set aside, or {@code null} if it must count
     */
    record Sample(
            ProducerRecord<byte[], byte[]> record, @Nullable String reason) {}

    private final RandomGenerator random;

    SpoiltRecords(RandomGenerator random) {
        this.random = random;
    }

    /** A sound record of {@code topic}; its headers may be of any kind, since no reader depends on them. */
    Sample sound(String topic) {
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

    /** A record of {@code topic} that must not count before two days have passed. */
    Sample early(String topic) {
        ObjectNode event = event(topic);
        event.put("time", Instant.now().plus(EARLY).toString());
        return new Sample(record(topic, key(event), bytes(event)), "future-time");
    }

    /** A record of {@code topic} that must not count. */
    Sample spoilt(String topic) {
        ObjectNode event = event(topic);
        byte[] key = key(event);
        byte[] value = bytes(event);
        return switch (random.nextInt(19)) {
            case 0 -> spoilt(topic, null, value, "wrong-key");
            case 1 -> spoilt(topic, new byte[0], value, "wrong-key");
            case 2 -> spoilt(topic, new byte[] {0}, value, "wrong-key");
            case 3 -> spoilt(topic, random(random.nextInt(1, 40)), value, "wrong-key");
            case 4 -> spoilt(topic, random(50_000), value, "wrong-key");
            case 5 -> spoilt(topic, ("crm:" + Ids.next()).getBytes(StandardCharsets.UTF_8), value, "wrong-key");
            case 6 -> spoilt(topic, key, null, "unreadable");
            case 7 -> spoilt(topic, random(16), new byte[0], "unreadable");
            case 8 -> spoilt(topic, key, Arrays.copyOf(value, random.nextInt(1, value.length)), "unreadable");
            case 9 -> spoilt(topic, key, invalid(random(random.nextInt(1, 2_000))), "unreadable");
            case 10 -> spoilt(topic, random(8), invalid(random(sizeOfAny())), "unreadable");
            case 11 ->
                spoilt(
                        topic,
                        key,
                        new String(value, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16BE),
                        "unreadable");
            case 12 -> spoilt(topic, key, invalid(value), "unreadable");
            case 13 ->
                spoilt(
                        topic,
                        key,
                        bytes(event.put("type", event.get("type").asText() + "." + Ids.next())),
                        "unreadable");
            case 14 -> spoilt(topic, key, bytes(event.put("source", "x".repeat(300) + Ids.next())), "unreadable");
            case 15 -> spoilt(topic, key, bytes(event.put("time", "yesterday " + Ids.next())), "unreadable");
            case 16 -> spoilt(topic, key, bytes(event.put("time", "2106-01-01T00:00:00Z")), "future-time");
            case 17 -> spoilt(topic, key, bytes(event.putNull("data")), "unreadable");
            default -> {
                ObjectNode foreign = event(Topic.ORDERS.equals(topic) ? Topic.BEHAVIOURS : Topic.ORDERS);
                yield spoilt(topic, key(foreign), bytes(foreign), "wrong-topic");
            }
        };
    }

    private Sample spoilt(String topic, byte @Nullable [] key, byte @Nullable [] value, String reason) {
        return new Sample(record(topic, key, value), reason);
    }

    /** Now and then as large as the broker takes. */
    private int sizeOfAny() {
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

    /** Bytes that no UTF-8 text begins with. */
    private static byte[] invalid(byte[] bytes) {
        byte[] invalid = bytes.clone();
        invalid[0] = (byte) 0xff;
        return invalid;
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
