package dev.lodestone.recall.profile;

import dev.lodestone.events.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that counts from now on: completed, and not cancelled.
 *
 * @param occurredAt business time of the completion
 * @param eventId of the event that completed it
 * @param traceparent of that event, if it had one
 */
public record CountedOrder(
        MemberId member,
        String orderId,
        Instant occurredAt,
        String eventId,
        @Nullable String traceparent) {}
