package dev.lodestone.points.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person or a system did by a request of their own.
 *
 * @param actor the stable name of who did it, as {@code Caller.subject()} gives it
 * @param action what was done, one of few constants such as {@code REWARD_CHANGED}
 * @param subjectKind what it was done to, one of few constants such as {@code REWARD}
 * @param subjectId which one of these
 * @param before the state before, anything that Jackson writes as JSON; {@code null}: there was none
 * @param after the state after; {@code null}: there is none
 * @param reason the actor's words, if any
 */
public record AuditEntry(
        String actor,
        String action,
        String subjectKind,
        String subjectId,
        @Nullable Object before,
        @Nullable Object after,
        @Nullable String reason) {
    /** As long as the database keeps. */
    private static final int ACTOR_LENGTH_MAX = 200;

    public AuditEntry {
        if (actor.isBlank() || actor.length() > ACTOR_LENGTH_MAX) {
            throw new IllegalArgumentException("an actor has a name of 1 to " + ACTOR_LENGTH_MAX + " characters");
        }
    }
}
