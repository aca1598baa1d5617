package dev.lodestone.platform.outbox;

import dev.lodestone.platform.cloudevents.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records so that those of one partition arrive in order. The producer never gives a record up by itself, since the ones behind it
 * would overtake it; when the bound has passed, the whole producer is closed and the batch sent again by a new one.
 */
final class OutboxSender implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final Duration timeout;

    OutboxSender(Map<String, Object> kafka, Duration timeout) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout.toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.timeout = timeout;
    }

    /** A row that the broker refuses for good, and what it said. */
    record Refused(OutboxRow row, String refusal) {}

    /**
     * Sends {@code rows} in order and waits for every answer, or fails when the bound has passed.
     *
     * @return the rows that no repetition will bring through; all others have arrived
     */
    List<Refused> send(List<OutboxRow> rows) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            Future<RecordMetadata> answer = producer.send(record(row));
            if (answer.isDone()) {
                // The producer gives up at once what it cannot even queue; the rows behind it must not overtake it
                // then.
                refusal(answer, System.nanoTime());
            }
            sent.add(answer);
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        List<OutboxRow> doubtful = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (refusal(sent.get(i), deadline) != null) {
                doubtful.add(rows.get(i));
            }
        }
        return alone(doubtful, deadline);
    }

    /** The broker refuses whole batches of the producer for one record; sent alone, only the culprit is refused again. */
    private List<Refused> alone(List<OutboxRow> doubtful, long deadline) throws Exception {
        List<Refused> refused = new ArrayList<>();
        for (OutboxRow row : doubtful) {
            String refusal = refusal(producer.send(record(row)), deadline);
            if (refusal != null) {
                refused.add(new Refused(row, refusal));
            }
        }
        return refused;
    }

    /** Why the record will never arrive, or {@code null} if it has. */
    private static @Nullable String refusal(Future<RecordMetadata> sent, long deadline) throws Exception {
        try {
            sent.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return null;
        } catch (ExecutionException failure) {
            return switch (failure.getCause()) {
                case RecordTooLargeException tooLarge -> tooLarge.toString();
                case InvalidTopicException noTopic -> noTopic.toString();
                case InvalidRecordException invalid -> invalid.toString();
                case PolicyViolationException forbidden -> forbidden.toString();
                case null, default -> throw failure;
            };
        }
    }

    private static ProducerRecord<String, byte[]> record(OutboxRow row) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        header(record, "content-type", EventCodec.CONTENT_TYPE);
        header(record, "traceparent", row.traceparent());
        header(record, "reason", row.reason());
        header(record, "origin", row.origin());
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
