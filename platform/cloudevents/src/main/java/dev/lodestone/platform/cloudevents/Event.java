package dev.lodestone.platform.cloudevents;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Require;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact with what CloudEvents says around it.
 *
 * @param id unique within the source; ours are UUIDv7, a brand's may be any text of 1 to 200 characters
 * @param source the publisher, such as {@code /points-service}
 * @param member whom it is about; {@code subject} on the wire
 * @param occurredAt business time; {@code time} on the wire
 * @param traceparent W3C trace context of the cause, if known
 * @param causationId id of the event that caused this one, if one did; 1 to 200 characters
 */
public record Event<F extends Fact>(
        String id,
        String source,
        MemberId member,
        Instant occurredAt,
        F fact,
        @Nullable String traceparent,
        @Nullable String causationId) {
    public Event {
        Require.text(id, 200, "id");
        Require.text(source, 200, "source");
        Require.present(occurredAt, "time");
        causationId = causationId == null ? null : Require.text(causationId, 200, "causationid");
    }

    /**
     * The key of this event: the UUIDv5 of its source and id, which together are the identity of a CloudEvent. Neither can
     * hold the character between them.
     */
    public UUID key() {
        return UuidCreator.getNameBasedSha1(UuidCreator.NAMESPACE_URL, source + '\0' + id);
    }
}
