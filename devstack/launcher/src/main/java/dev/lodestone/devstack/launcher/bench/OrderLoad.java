package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Orders of a fixed set of members, and the count of what came of them. */
final class OrderLoad implements AutoCloseable {
    private static final int MEMBERS = 20_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> outcome;
    private int sent;

    OrderLoad(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 10, "batch.size", 262_144),
                new StringSerializer(),
                new ByteArraySerializer());
        // The first event creates the topic; a short metadata age finds it then.
        outcome = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "bench",
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        500),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        outcome.subscribe(List.of("points"));
    }

    /** Sends {@code count} orders and returns once each has its event on {@code points}, or fails when nothing comes for a minute. */
    Duration run(int count) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            send();
        }
        long seen = 0;
        long progress = System.nanoTime();
        while (seen < count) {
            int more = outcome.poll(Duration.ofMillis(100)).count();
            seen += more;
            progress = more > 0 ? System.nanoTime() : progress;
            if (System.nanoTime() - progress > 60_000_000_000L) {
                throw new IllegalStateException("nothing came for a minute; " + seen + " of " + count + " were posted");
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void send() {
        int n = sent++;
        MemberId member = MemberId.of("bench:" + n % MEMBERS);
        Event<OrderCompleted> order = new Event<>(
                new UUID(START.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L | n).toString(),
                "/bench",
                member,
                START.plusSeconds(n),
                new OrderCompleted("order-" + n, new Money(1_299, "CNY"), null, null),
                null,
                null);
        producer.send(new ProducerRecord<>("orders", member.toString(), EventCodec.encode(order)));
    }

    @Override
    public void close() {
        producer.close();
        outcome.close();
    }
}
