package dev.lodestone.tier.growth;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.platform.cloudevents.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Points that a member earned for something else than an order.
 *
 * @param key of the event of their posting
 * @param at when they were earned
 * @param points at least 1
 */
public record Activity(MemberId member, UUID key, Instant at, long points) {
    /** What {@code event} says, if it is such a posting. */
    public static Optional<Activity> of(Event<Fact> event) {
        return event.fact() instanceof PointsPosted posted && ActivityRules.points(posted) > 0
                ? Optional.of(
                        new Activity(event.member(), event.key(), event.occurredAt(), ActivityRules.points(posted)))
                : Optional.empty();
    }
}
