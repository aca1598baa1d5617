package dev.lodestone.devstack.launcher.replay;

import dev.lodestone.devstack.launcher.LauncherException;
import dev.lodestone.events.EventType;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import me.tongfei.progressbar.ProgressBar;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends events in the given order, each to the topic of its type under its member's key; returns when the broker has all of them. */
final class EventSender {
    private static final Duration DELIVERY_MAX = Duration.ofSeconds(60);

    private final Map<String, Object> settings;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    EventSender(String bootstrapServers) {
        this.settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(DELIVERY_MAX.toMillis()));
    }

    /** @throws LauncherException when the broker does not take an event within a minute; what it took before stays */
    void send(List<Event<?>> events, ProgressBar progress) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (Event<?> event : events) {
                failOnce();
                producer.send(record(event), (metadata, problem) -> note(problem));
                progress.stepTo(acknowledged.get());
            }
            producer.flush();
        }
        failOnce();
        progress.stepTo(acknowledged.get());
    }

    private void note(@Nullable Exception problem) {
        if (problem == null) {
            acknowledged.incrementAndGet();
        } else {
            failure.compareAndSet(null, problem);
        }
    }

    private void failOnce() {
        Exception problem = failure.get();
        if (problem != null) {
            throw new LauncherException(
                    "Kafka does not take the events; run the same replay again later, it goes on where it"
                            + " stopped: " + problem.getMessage(),
                    problem);
        }
    }

    private static ProducerRecord<String, byte[]> record(Event<?> event) {
        String topic = EventType.of(event.fact()).topic();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, event.member().toString(), EventCodec.encode(event));
        record.headers().add("content-type", EventCodec.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
