package dev.lodestone.tier.qualification;

import dev.lodestone.tier.ladder.Ladder;
import dev.lodestone.tier.ladder.Level;
import dev.lodestone.tier.membership.Membership;
import java.time.Instant;
import java.util.UUID;

/**
 * A membership with its level and growth.
 *
 * @param membershipNumber {@code L}, nine digits and a check digit
 * @param level code of the level
 * @param levelName name of the level as shown to members; its code if the ladder no longer has the level
 * @param growth in whole units
 * @param enrolledAt business time of the event that enrolled the member
 */
public record MemberTierView(
        UUID memberId, String membershipNumber, String level, String levelName, long growth, Instant enrolledAt) {
    static MemberTierView of(Membership membership, MemberTier tier, Ladder ladder) {
        return new MemberTierView(
                membership.member().value(),
                membership.number().toString(),
                tier.level(),
                ladder.find(tier.level()).map(Level::name).orElse(tier.level()),
                tier.growth(),
                membership.enrolledAt());
    }
}
