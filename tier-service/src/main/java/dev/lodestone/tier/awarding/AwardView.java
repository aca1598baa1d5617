package dev.lodestone.tier.awarding;

import dev.lodestone.tier.awards.AwardKind;
import dev.lodestone.tier.awards.LevelAward;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level that was given by hand.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "memberId": "0b9f6f0e-7f0c-5c56-9d0a-3c1f6f0f2a11", "kind": "GRANT", "level": "PREMIUM",
 *   "from": "2026-12-01T04:00:00Z", "until": "2027-02-28T16:00:00Z", "reason": "guest of the opening", "givenBy": "operator-1",
 *   "givenAt": "2026-12-01T04:00:00Z", "end": {"at": "2027-01-01T00:00:00Z", "reason": "given by mistake", "endedBy": "operator-2",
 *     "endedAt": "2026-12-20T04:00:00Z"}
 * }
 * }
 *
 * @param from when it begins
 * @param until when it was to end; null if not
 * @param givenBy who gave it; of an approved proposal, both operators
 * @param givenAt when it was booked
 * @param end how it was ended before; null if it was not
 */
@RegisterForReflection
public record AwardView(
        UUID id,
        UUID memberId,
        AwardKind kind,
        String level,
        Instant from,
        @Nullable Instant until,
        String reason,
        String givenBy,
        Instant givenAt,
        LevelAward.@Nullable End end) {
    static AwardView of(LevelAward award) {
        return new AwardView(
                award.id(),
                award.member().value(),
                award.kind(),
                award.level(),
                award.from(),
                award.until(),
                award.reason(),
                award.givenBy(),
                award.givenAt(),
                award.end());
    }
}
