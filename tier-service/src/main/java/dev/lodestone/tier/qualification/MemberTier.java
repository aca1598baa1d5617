package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's level as it was decided last.
 *
 * @param level code of the level
 * @param version number of level changes so far
 * @param beganAt business time of the member's earliest fact
 * @param dueAt when the level must be decided again if nothing happens before; null if time alone does not change it
 */
public record MemberTier(
        MemberId member,
        String level,
        long version,
        Instant beganAt,
        @Nullable Instant dueAt) {
    /** The tier of a member with a fact at {@code instant}. */
    MemberTier with(Instant instant) {
        return instant.isBefore(beganAt) ? new MemberTier(member, level, version, instant, dueAt) : this;
    }

    MemberTier due(@Nullable Instant instant) {
        return new MemberTier(member, level, version, beganAt, instant);
    }

    /** The tier after one more change of level. */
    MemberTier withLevel(String newLevel) {
        return new MemberTier(member, newLevel, version + 1, beganAt, dueAt);
    }
}
