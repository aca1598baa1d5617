package dev.lodestone.platform.outbox;

import dev.lodestone.platform.cloudevents.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
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

    /**
     * @param timeout how long the broker may take to answer for a batch
     * @param missingTopicTimeout how long the broker may say that it does not have a topic
     */
    OutboxSender(Map<String, Object> kafka, Duration timeout, Duration missingTopicTimeout) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, missingTopicTimeout.toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.timeout = timeout;
    }

    /** A row that the broker rejects permanently, and its error. */
    record Refused(OutboxRow row, String refusal) {}

    /**
     * The outcome of the rows of one call.
     *
     * @param settled positions of the rows that have arrived or are rejected; the others may or may not have arrived
     * @param refused the rows that are rejected permanently
     * @param hole why some rows are not settled, or {@code null} if all are
     */
    record Sent(
            BitSet settled, List<Refused> refused, @Nullable Exception hole) {}

    /**
     * Sends {@code rows} in order and waits for every answer, until the bound has passed. Ends before the first row that it cannot hand to
     * the producer: with {@link MissingTopicException} as the hole where the broker does not have the row's topic.
     */
    Sent send(List<OutboxRow> rows) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        @Nullable Exception hole = null;
        for (int i = 0; i < rows.size() && hole == null; i++) {
            Future<RecordMetadata> answer = producer.send(record(rows.get(i)));
            // The producer fails at once if it cannot queue a record; the rows after it must not overtake it.
            hole = answer.isDone() ? givenUp(rows.get(i), answer) : null;
            sent.add(answer);
        }
        if (hole != null) {
            sent.removeLast();
        }
        return settle(rows, sent, hole);
    }

    /** Why the producer failed at once for {@code row}, or {@code null} if the row arrived or is rejected. */
    private static @Nullable Exception givenUp(OutboxRow row, Future<RecordMetadata> answer)
            throws InterruptedException {
        try {
            refusal(answer, System.nanoTime());
            return null;
        } catch (ExecutionException failure) {
            boolean missing = failure.getCause() instanceof org.apache.kafka.common.errors.TimeoutException timeout
                    && timeout.getCause() instanceof UnknownTopicOrPartitionException;
            return missing ? new MissingTopicException(row.topic(), failure) : failure;
        } catch (TimeoutException impossible) {
            return impossible;
        }
    }

    private Sent settle(List<OutboxRow> rows, List<Future<RecordMetadata>> sent, @Nullable Exception hole)
            throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        BitSet settled = new BitSet(rows.size());
        List<Integer> doubtful = new ArrayList<>();
        @Nullable Exception failure = null;
        for (int i = 0; i < sent.size(); i++) {
            try {
                if (refusal(sent.get(i), deadline) == null) {
                    settled.set(i);
                } else {
                    doubtful.add(i);
                }
            } catch (ExecutionException | TimeoutException unanswered) {
                failure = failure == null ? unanswered : failure;
            }
        }
        List<Refused> refused = new ArrayList<>();
        if (failure == null) {
            failure = alone(rows, doubtful, deadline, settled, refused);
        }
        return new Sent(settled, refused, failure == null ? hole : failure);
    }

    /**
     * The broker rejects a whole batch of the producer for one record; if the records are sent alone, only that one is rejected again.
     *
     * @return why some were not answered, or {@code null} if all were
     */
    private @Nullable Exception alone(
            List<OutboxRow> rows, List<Integer> doubtful, long deadline, BitSet settled, List<Refused> refused)
            throws InterruptedException {
        for (int i : doubtful) {
            try {
                String refusal = refusal(producer.send(record(rows.get(i))), deadline);
                settled.set(i);
                if (refusal != null) {
                    refused.add(new Refused(rows.get(i), refusal));
                }
            } catch (ExecutionException | TimeoutException unanswered) {
                return unanswered;
            }
        }
        return null;
    }

    /** Why the record will never arrive, or {@code null} if it has. */
    private static @Nullable String refusal(Future<RecordMetadata> sent, long deadline)
            throws ExecutionException, TimeoutException, InterruptedException {
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
