package dev.lodestone.tier.awarding;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal: a level to give, or the end of one.
 *
 * @param award the level to give; null if one is to end
 * @param awardId the award to end; null if one is to be given
 * @param end its end; null if one is to be given
 */
@RegisterForReflection
record ProposedAward(
        UUID memberId,
        @Nullable AwardRequest award,
        @Nullable UUID awardId,
        @Nullable AwardEndRequest end) {}
