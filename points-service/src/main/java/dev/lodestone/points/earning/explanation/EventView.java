package dev.lodestone.points.earning.explanation;

import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.points.earning.evaluation.MemberContext;
import dev.lodestone.points.earning.events.RecordedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What rules looked at.
 *
 * @param factType CloudEvents type
 * @param data of the event
 * @param member what was known of the member when it was booked
 */
public record EventView(
        UUID eventId, String factType, Instant occurredAt, Map<String, Object> data, MemberContext member) {
    static EventView of(RecordedEvent fact) {
        return new EventView(
                fact.eventId(),
                fact.input().type().type(),
                fact.input().occurredAt(),
                EventCodec.fields(fact.input().fact()),
                fact.input().context());
    }
}
