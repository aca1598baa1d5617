package dev.lodestone.e2e;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Another system of the brand, which meets the suite in Kafka only. */
final class Shop implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    Shop(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    void publish(String topic, MemberId member, Instant occurredAt, Fact fact) {
        Event<Fact> event = new Event<>(UUID.randomUUID().toString(), "/shop", member, occurredAt, fact, null, null);
        producer.send(new ProducerRecord<>(topic, member.toString(), EventCodec.encode(event)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
