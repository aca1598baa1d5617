package dev.lodestone.platform.inbox;

import dev.lodestone.events.Fact;
import dev.lodestone.events.Topic;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.cloudevents.UnreadableEventException;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.time.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record from Kafka: an event, or bytes that never will be one. */
sealed interface InboundRecord {
    ConsumerRecord<String, byte[]> record();

    record Readable(ConsumerRecord<String, byte[]> record, Event<Fact> event) implements InboundRecord {}

    record Unreadable(ConsumerRecord<String, byte[]> record, String reason) implements InboundRecord {}

    static InboundRecord of(ConsumerRecord<String, byte[]> record) {
        try {
            return new Readable(record, EventCodec.decode(record.value()));
        } catch (UnreadableEventException unreadable) {
            return new Unreadable(record, String.valueOf(unreadable.getMessage()));
        }
    }

    /** The record as it came, addressed to the dead letters of its topic. */
    default OutboxRow deadLetter(String reason) {
        return new OutboxRow(
                Ids.next(),
                Topic.deadLetters(record().topic()),
                record().key() == null ? "" : record().key(),
                "dead-letter",
                record().value() == null ? new byte[0] : record().value(),
                null,
                reason,
                record().topic() + "/" + record().partition() + "/" + record().offset());
    }
}
