package dev.lodestone.platform.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was in Kafka, byte for byte.
 *
 * @param headers packed by {@link #pack}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; its fingerprint is.
public record RawRecord(
        String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value, byte[] headers) {

    public static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                pack(List.of(record.headers().toArray())));
    }

    /** A record whose position in Kafka is unknown. */
    public static RawRecord unlocated(String topic, byte[] key, byte[] value) {
        return new RawRecord(topic, -1, -1, key, value, pack(List.of()));
    }

    /** The position: {@code topic/partition/offset}. */
    public String origin() {
        return topic + "/" + partition + "/" + offset;
    }

    /** The key as text; invalid UTF-8 becomes replacement characters. {@code null} without a key. */
    public @Nullable String keyText() {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    /** SHA-256 of topic, key and value: equal for the same record sent again. */
    byte[] fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(topic.getBytes(StandardCharsets.UTF_8));
            update(digest, key);
            update(digest, value);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static void update(MessageDigest digest, byte @Nullable [] part) {
        // The length goes first, so that the same bytes divided differently have another fingerprint.
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part == null ? -1 : part.length)
                .array());
        if (part != null) {
            digest.update(part);
        }
    }

    /** Names and values in sequence, each after its length in four bytes; -1 means a missing value. */
    static byte[] pack(List<Header> headers) {
        List<byte[]> names = new ArrayList<>();
        int size = 0;
        for (Header header : headers) {
            byte[] name = header.key().getBytes(StandardCharsets.UTF_8);
            names.add(name);
            size += 2 * Integer.BYTES + name.length + (header.value() == null ? 0 : header.value().length);
        }
        ByteBuffer packed = ByteBuffer.allocate(size);
        for (int i = 0; i < headers.size(); i++) {
            put(packed, names.get(i));
            put(packed, headers.get(i).value());
        }
        return packed.array();
    }

    private static void put(ByteBuffer packed, byte @Nullable [] part) {
        packed.putInt(part == null ? -1 : part.length);
        if (part != null) {
            packed.put(part);
        }
    }
}
