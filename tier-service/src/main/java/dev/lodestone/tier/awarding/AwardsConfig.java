package dev.lodestone.tier.awarding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What operators may give alone. */
@ConfigMapping(prefix = "lodestone.tier.awards")
interface AwardsConfig {
    /** Whether a second operator must approve every award and every end of one. */
    @WithDefault("false")
    boolean approvalRequired();

    /** Code of the highest level that an operator may give alone, by whatever kind of award; every level if it is not set. */
    Optional<String> aloneUpTo();

    /** How long a proposal can be decided. */
    @WithDefault("7d")
    Duration proposalLifetime();
}
