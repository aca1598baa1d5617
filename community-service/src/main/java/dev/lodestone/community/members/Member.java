package dev.lodestone.community.members;

import dev.lodestone.events.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A member.
 *
 * @param displayName the name shown to others; null if the profile has none
 * @param zone the time zone of the member's days
 */
public record Member(MemberId id, @Nullable String displayName, ZoneId zone) {
    /** The zone of members without a profile; the same as in a profile without a zone. */
    private static final ZoneId ZONE_DEFAULT = ZoneId.of("Asia/Shanghai");

    /** A member whose profile has not arrived yet. */
    static Member withoutProfile(MemberId id) {
        return new Member(id, null, ZONE_DEFAULT);
    }

    /** The member's local day at {@code instant}. */
    public LocalDate dayAt(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
