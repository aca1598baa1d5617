package dev.lodestone.tier.versions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** Settings of tier sets. */
@ConfigMapping(prefix = "lodestone.tier.tier-sets")
interface TierSetConfig {
    /** IANA zone of the brand, which presets have. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Whether a second operator must approve a publication. */
    @WithDefault("false")
    boolean approvalRequired();

    /** How long a proposed version can be approved; never longer than until it would come into force. */
    @WithDefault("7d")
    Duration proposalLifetime();
}
