package dev.lodestone.points.ledger.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a posting is made; it is kept with the posting for good.
 *
 * @param id of the event, request or posting that caused it
 * @param type CloudEvents type of that event, or what else it was, such as {@code redemption}
 * @param occurredAt business time
 * @param orderId the order it belongs to, if any
 * @param ruleCode the rule that paid, if any
 * @param ruleVersion the version of that rule, if any
 * @param note an operator's words, if any
 * @param traceparent W3C trace context, if known
 * @param actor the stable name of who caused it by hand, at most {@value #ACTOR_LENGTH_MAX} characters; {@code null} for what an event or time caused
 */
public record Cause(
        UUID id,
        String type,
        Instant occurredAt,
        @Nullable String orderId,
        @Nullable String ruleCode,
        @Nullable Integer ruleVersion,
        @Nullable String note,
        @Nullable String traceparent,
        @Nullable String actor) {
    /** As long as the database keeps. */
    public static final int ACTOR_LENGTH_MAX = 200;

    public Cause {
        if (actor != null && (actor.isBlank() || actor.length() > ACTOR_LENGTH_MAX)) {
            throw new IllegalArgumentException("an actor has a name of 1 to " + ACTOR_LENGTH_MAX + " characters");
        }
    }

    /** A cause that is no event: {@code type} says what it is. */
    public static Cause of(UUID id, String type, Instant occurredAt, @Nullable String orderId) {
        return new Cause(id, type, occurredAt, orderId, null, null, null, null, null);
    }

    /** What {@code actor}, a person or a system of the brand, caused by a request of their own. */
    public static Cause byHand(
            UUID id, String type, Instant occurredAt, @Nullable String orderId, @Nullable String note, String actor) {
        return new Cause(id, type, occurredAt, orderId, null, null, note, null, actor);
    }
}
