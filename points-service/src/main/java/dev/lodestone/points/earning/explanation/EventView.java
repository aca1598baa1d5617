package dev.lodestone.points.earning.explanation;

import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.points.earning.evaluation.MemberContext;
import dev.lodestone.points.earning.events.RecordedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The event that rules evaluated.
 *
 * @param factType CloudEvents type
 * @param data data of the event
 * @param member member context when the event was processed
 */
public record EventView(
        UUID eventId, String factType, Instant occurredAt, Map<String, Object> data, MemberContext member) {
    static EventView of(RecordedEvent event) {
        return new EventView(
                event.eventId(),
                event.input().type().type(),
                event.input().occurredAt(),
                EventCodec.fields(event.input().fact()),
                event.input().context());
    }
}
