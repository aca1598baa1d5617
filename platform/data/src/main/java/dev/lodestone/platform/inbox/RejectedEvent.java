package dev.lodestone.platform.inbox;

import dev.lodestone.events.Fact;
import dev.lodestone.platform.cloudevents.Event;
import java.util.List;

/**
 * A well-formed event that cannot count because it contradicts what is known, such as a refund in another currency than its order. Its
 * sender has to mend it.
 *
 * @param reason a stable code to list by, such as {@code refund-currency-differs}
 * @param detail what is wrong and what to send instead; no personal data
 */
public record RejectedEvent(Event<Fact> event, String reason, String detail) {
    /** The answer of a handler for which every well-formed event counts. */
    public static final List<RejectedEvent> NONE = List.of();
}
