package dev.lodestone.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * An action that an operator, member or system requested.
 *
 * @param actor stable name of the actor, as {@code Caller.subject()} returns it
 * @param action the action, a constant such as {@code DEFINITION_PUBLISHED}
 * @param subjectKind the kind of object it changed, a constant such as {@code DEFINITION}
 * @param subjectId the id of that object
 * @param before the state before, any value that Jackson can write; {@code null} if the object is new
 * @param after the state after; {@code null} if the object is gone
 * @param reason the reason that the actor gave, if any
 */
public record AuditEntry(
        String actor,
        String action,
        String subjectKind,
        String subjectId,
        @Nullable Object before,
        @Nullable Object after,
        @Nullable String reason) {
    /** The length of the database column. */
    private static final int ACTOR_LENGTH_MAX = 200;

    public AuditEntry {
        if (actor.isBlank() || actor.length() > ACTOR_LENGTH_MAX) {
            throw new IllegalArgumentException("an actor has a name of 1 to " + ACTOR_LENGTH_MAX + " characters");
        }
    }
}
