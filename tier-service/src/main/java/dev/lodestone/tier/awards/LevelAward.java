package dev.lodestone.tier.awards;

import dev.lodestone.events.MemberId;
import dev.lodestone.tier.history.Award;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level that was given by hand.
 *
 * @param from when it begins
 * @param until when it was to end; null if not
 * @param givenAt when it was booked
 * @param end the earliest end that was booked; null if none was
 */
public record LevelAward(
        UUID id,
        MemberId member,
        AwardKind kind,
        String level,
        Instant from,
        @Nullable Instant until,
        String reason,
        String givenBy,
        Instant givenAt,
        @Nullable End end) {
    /**
     * The end of an award by hand.
     *
     * @param at when it ends
     * @param endedAt when that was booked
     */
    public record End(Instant at, String reason, String endedBy, Instant endedAt) {}

    /** When it ends by all that is known; null if it does not. */
    public @Nullable Instant lastsUntil() {
        return end == null || until != null && until.isBefore(end.at()) ? until : end.at();
    }

    /** True if it is over at {@code now}, or never begins. */
    public boolean isOver(Instant now) {
        Instant last = lastsUntil();
        return last != null && !last.isAfter(now);
    }

    /** As the history of levels needs it. */
    public Award toAward() {
        return new Award(id.toString(), kind.basis(), level, from, lastsUntil());
    }
}
