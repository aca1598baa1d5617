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
 * {@snippet lang=json :
 * {
 *   "eventId": "019ca7aa-12f8-7a03-97aa-f94de2f5ce01", "factType": "brand.order.completed.v1", "occurredAt": "2026-03-01T04:30:00Z",
 *   "data": {"orderId": "NH-20260301-0042", "total": {"amountMinor": 7990, "currency": "CNY"}},
 *   "member": {"tier": "PREMIUM", "attributes": {"city": "Shanghai"}, "orders": 7, "amountMinor": 61200,
 *     "firstOrderAt": "2025-11-02T10:00:00Z", "lastOrderAt": "2026-03-01T04:30:00Z"}
 * }
 * }
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
