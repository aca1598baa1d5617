package dev.lodestone.devstack.launcher.bench.load;

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
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Both ends of points-service: orders go in, and what it publishes comes out. One thread may send while another one polls. */
final class OrderPipe {
    private static final Money TOTAL = new Money(1_299, "CNY");

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> outcome;

    /** @param lingerMillis how long an order may wait for others to be sent with */
    OrderPipe(String bootstrapServers, String group, int lingerMillis) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", lingerMillis, "batch.size", 262_144),
                new StringSerializer(),
                new ByteArraySerializer());
        outcome = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest",
                        // The first event creates the topic; a short metadata age finds it then.
                        "metadata.max.age.ms",
                        500,
                        "max.poll.records",
                        5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        outcome.subscribe(List.of("points"));
    }

    /**
     * Sends an order.
     *
     * @param idSpace of the load, so that the events of two loads differ
     * @param eventNumber each once in its {@code idSpace}
     */
    void send(long idSpace, long eventNumber, MemberId member, Instant occurredAt, String orderId) {
        Event<OrderCompleted> order = new Event<>(
                new UUID(idSpace | 0x7000, 0x8000_0000_0000_0000L | eventNumber).toString(),
                "/bench",
                member,
                occurredAt,
                new OrderCompleted(orderId, TOTAL, null, null),
                null,
                null);
        producer.send(new ProducerRecord<>("orders", member.toString(), EventCodec.encode(order)));
    }

    ConsumerRecords<String, byte[]> poll(Duration patience) {
        return outcome.poll(patience);
    }

    void closeSender() {
        producer.close();
    }

    /** By the thread that polls. */
    void closeReceiver() {
        outcome.close();
    }
}
