package dev.lodestone.tier.notices;

import dev.lodestone.events.EventSource;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.tiers.LossComing;
import dev.lodestone.platform.cloudevents.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that is given, renewed or withdrawn.
 *
 * @param at business time of what made it so
 * @param cause the event that did; null if time did
 */
public record NoticeChange(
        MemberId member, Instant at, @Nullable Event<Fact> cause, LossComing notice) {
    /** The change as an event to publish. */
    public Event<LossComing> toEvent(UUID id) {
        return new Event<>(
                id.toString(),
                EventSource.TIER,
                member,
                at,
                notice,
                cause == null ? null : cause.traceparent(),
                cause == null ? null : cause.id());
    }
}
