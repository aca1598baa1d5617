package dev.lodestone.platform.outbox;

import dev.lodestone.events.EventType;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record to send to Kafka.
 *
 * @param id of the event
 * @param topic the target
 * @param key that preserves the order: the member id
 * @param type CloudEvents type
 * @param payload the bytes to send
 * @param traceparent sent as a header, if known
 * @param reason of a dead letter, sent as a header
 * @param origin of a dead letter, {@code topic/partition/offset}, sent as a header
 */
public record OutboxRow(
        UUID id,
        String topic,
        String key,
        String type,
        byte[] payload,
        @Nullable String traceparent,
        @Nullable String reason,
        @Nullable String origin) {

    /** An event of the suite; its type decides the topic. */
    public static OutboxRow of(Event<?> event) {
        EventType type = EventType.of(event.fact());
        return new OutboxRow(
                event.key(),
                type.topic(),
                event.member().toString(),
                type.type(),
                EventCodec.encode(event),
                event.traceparent(),
                null,
                null);
    }
}
