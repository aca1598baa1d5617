package dev.lodestone.platform.inbox;

import dev.lodestone.events.Fact;
import dev.lodestone.platform.cloudevents.Event;
import java.util.List;

/**
 * A well-formed event that has no effect because it contradicts known data, such as a refund in another currency than its order. Its
 * sender must correct it.
 *
 * @param reason a stable code to list by, such as {@code refund-currency-differs}
 * @param detail what is wrong and what to send instead; no personal data
 */
public record RejectedEvent(Event<Fact> event, String reason, String detail) {
    /** The result of a handler that accepts every well-formed event. */
    public static final List<RejectedEvent> NONE = List.of();
}
