package dev.lodestone.tier.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A level that a member has for another reason than growth. It counts beside the earned level; the better one is in force, but nothing above a
 * {@link Basis#CEILING}, and a {@link Basis#LOCKED} level whatever else there is.
 *
 * @param id identifies the award
 * @param basis why the member has it
 * @param level code of the level
 * @param from when it begins
 * @param until when it ends; null if it does not
 */
public record Award(
        String id,
        Basis basis,
        String level,
        Instant from,
        @Nullable Instant until) {
    /** Whether it begins or ends after {@code instant}. */
    boolean changesAfter(Instant instant) {
        return from.isAfter(instant) || until != null && until.isAfter(instant);
    }

    boolean holdsAt(Instant instant) {
        return !from.isAfter(instant) && (until == null || until.isAfter(instant));
    }
}
