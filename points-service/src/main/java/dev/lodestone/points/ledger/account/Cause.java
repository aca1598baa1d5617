package dev.lodestone.points.ledger.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reason of a posting. It is stored with the posting and never changes.
 *
 * @param id of the event, request or posting that caused it
 * @param type CloudEvents type of that event, or another name such as {@code redemption}
 * @param occurredAt business time
 * @param orderId the order it belongs to, if any
 * @param ruleCode the rule that awarded it, if any
 * @param ruleVersion the version of that rule, if any
 * @param note an operator's note, if any
 * @param traceparent W3C trace context, if known
 * @param actor the stable name of the operator or system that requested it, at most {@value #ACTOR_LENGTH_MAX} characters; {@code null} if
 *     an event or a due time caused it
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
    /** The length of the database column. */
    public static final int ACTOR_LENGTH_MAX = 200;

    public Cause {
        if (actor != null && (actor.isBlank() || actor.length() > ACTOR_LENGTH_MAX)) {
            throw new IllegalArgumentException(
                    "the name of an actor must have 1 to " + ACTOR_LENGTH_MAX + " characters");
        }
    }

    /** A cause that is not an event; {@code type} names it. */
    public static Cause of(UUID id, String type, Instant occurredAt, @Nullable String orderId) {
        return new Cause(id, type, occurredAt, orderId, null, null, null, null, null);
    }

    /** A request of {@code actor}: an operator or a system of the brand. */
    public static Cause byHand(
            UUID id, String type, Instant occurredAt, @Nullable String orderId, @Nullable String note, String actor) {
        return new Cause(id, type, occurredAt, orderId, null, null, note, null, actor);
    }
}
