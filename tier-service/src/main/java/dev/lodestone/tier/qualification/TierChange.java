package dev.lodestone.tier.qualification;

import dev.lodestone.events.EventSource;
import dev.lodestone.events.Fact;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import java.util.UUID;

/**
 * A change of a member's level.
 *
 * @param cause the event that changed the level
 * @param change the levels before and after
 */
record TierChange(Event<Fact> cause, LevelChanged change) {
    /** The change as an event to publish. It has the member, the business time and the trace of its cause. */
    Event<LevelChanged> toEvent(UUID id) {
        return new Event<>(
                id.toString(),
                EventSource.TIER,
                cause.member(),
                cause.occurredAt(),
                change,
                cause.traceparent(),
                cause.id());
    }
}
