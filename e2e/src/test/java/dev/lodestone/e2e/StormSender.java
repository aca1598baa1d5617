package dev.lodestone.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A shop whose producer outlives the broker: it tries for half an hour, and never leaves out or doubles a record. */
final class StormSender implements AutoCloseable {
    private static final int DELIVERY_MILLIS_MAX = 1_800_000;

    private final KafkaProducer<String, byte[]> producer;
    /** A producer that has lost the broker stops who sends; the storm must go on meanwhile. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final AtomicLong acknowledged = new AtomicLong();

    StormSender(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        5,
                        "request.timeout.ms",
                        5_000,
                        "reconnect.backoff.max.ms",
                        1_000,
                        "max.block.ms",
                        DELIVERY_MILLIS_MAX,
                        "delivery.timeout.ms",
                        DELIVERY_MILLIS_MAX),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns at once; the events follow those that were handed over before, as soon as the broker takes them. */
    void send(List<StormEvent> events) {
        thread.execute(() -> events.forEach(this::sendOne));
    }

    /** Returns when the broker has every event, and says how many. */
    long flush() {
        CompletableFuture.runAsync(producer::flush, thread).join();
        Exception problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("an event was not delivered", problem);
        }
        return acknowledged.get();
    }

    private void sendOne(StormEvent event) {
        byte[] value = event.value().getBytes(StandardCharsets.UTF_8);
        var _ = producer.send(new ProducerRecord<>("orders", event.key(), value), (metadata, problem) -> note(problem));
    }

    private void note(@Nullable Exception problem) {
        if (problem == null) {
            acknowledged.incrementAndGet();
        } else {
            failure.compareAndSet(null, problem);
        }
    }

    @Override
    public void close() {
        // Also ends a thread that still waits for the broker, after a failure.
        producer.close(Duration.ZERO);
        thread.shutdownNow();
    }
}
