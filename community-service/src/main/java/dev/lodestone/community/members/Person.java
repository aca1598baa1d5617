package dev.lodestone.community.members;

import dev.lodestone.events.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A member as the community knows them.
 *
 * @param displayName if the brand told one
 * @param zone by which their days begin
 */
public record Person(MemberId id, @Nullable String displayName, ZoneId zone) {
    /** The zone of those whom the brand has not told of; the same as in a profile without one. */
    private static final ZoneId ZONE_DEFAULT = ZoneId.of("Asia/Shanghai");

    static Person unknown(MemberId id) {
        return new Person(id, null, ZONE_DEFAULT);
    }

    /** The person's own day at {@code instant}. */
    public LocalDate dayAt(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
