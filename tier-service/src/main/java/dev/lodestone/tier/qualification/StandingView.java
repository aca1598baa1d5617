package dev.lodestone.tier.qualification;

import dev.lodestone.tier.ladder.Ladder;
import dev.lodestone.tier.ladder.Level;
import dev.lodestone.tier.membership.Membership;
import java.time.Instant;
import java.util.UUID;

/**
 * A membership and where it stands.
 *
 * @param level code of the level
 * @param levelName as members read it
 * @param growth whole units
 * @param enrolledAt business time
 */
public record StandingView(
        UUID memberId, String membershipNumber, String level, String levelName, long growth, Instant enrolledAt) {
    static StandingView of(Membership membership, Standing standing, Ladder ladder) {
        return new StandingView(
                membership.member().value(),
                membership.number().toString(),
                standing.level(),
                ladder.level(standing.level()).map(Level::name).orElse(standing.level()),
                standing.growth(),
                membership.enrolledAt());
    }
}
