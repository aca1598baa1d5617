package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import dev.lodestone.tier.notices.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's level as it was decided last.
 *
 * @param level code of the level
 * @param version number of level changes so far
 * @param beganAt business time of the member's earliest fact
 * @param dueAt when the level must be decided again if nothing happens before; null if time alone does not change it
 * @param notice the loss that the member was notified of last; null if none is to come
 * @param notices number of notices so far
 */
public record MemberTier(
        MemberId member,
        String level,
        long version,
        Instant beganAt,
        @Nullable Instant dueAt,
        @Nullable Notice notice,
        long notices) {
    MemberTier(MemberId member, String level, long version, Instant beganAt, @Nullable Instant dueAt) {
        this(member, level, version, beganAt, dueAt, null, 0);
    }

    /** The tier of a member with a fact at {@code instant}. */
    MemberTier with(Instant instant) {
        return instant.isBefore(beganAt)
                ? new MemberTier(member, level, version, instant, dueAt, notice, notices)
                : this;
    }

    MemberTier due(@Nullable Instant instant) {
        return new MemberTier(member, level, version, beganAt, instant, notice, notices);
    }

    /** The tier after one more change of level. */
    MemberTier withLevel(String newLevel) {
        return new MemberTier(member, newLevel, version + 1, beganAt, dueAt, notice, notices);
    }

    /** The tier after a notice was given, renewed or withdrawn. */
    MemberTier withNotice(@Nullable Notice newNotice) {
        return new MemberTier(member, level, version, beganAt, dueAt, newNotice, notices + 1);
    }

    /** The tier after the loss that it was a notice of. */
    MemberTier withoutNotice() {
        return new MemberTier(member, level, version, beganAt, dueAt, null, notices);
    }
}
