package dev.lodestone.tier.qualification;

import dev.lodestone.events.EventSource;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.tier.history.Step.Measure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a member's level.
 *
 * @param at business time of what changed it
 * @param cause the event that changed it; null if time did
 * @param change the levels before and after
 * @param why what decided it
 */
record TierChange(MemberId member, Instant at, @Nullable Event<Fact> cause, LevelChanged change, Why why) {
    /**
     * What decided a change.
     *
     * @param tierSet version of the tier set
     * @param measures growth and threshold of each criterion that was looked at
     * @param award id of the award by which the new level is in force; null if it is earned
     */
    record Why(
            Reason reason,
            int tierSet,
            List<Measure> measures,
            @Nullable String award) {}

    /** What changed it, to be kept: the id of an event, or {@code award:} and the id of an award; null if time did. */
    @Nullable String causeId() {
        if (cause != null) {
            return cause.id();
        }
        return why.award() == null ? null : "award:" + why.award();
    }

    /** The change as an event to publish. It has the member, the business time and the trace of its cause. */
    Event<LevelChanged> toEvent(UUID id) {
        return new Event<>(
                id.toString(),
                EventSource.TIER,
                member,
                at,
                change,
                cause == null ? null : cause.traceparent(),
                cause == null ? null : cause.id());
    }
}
