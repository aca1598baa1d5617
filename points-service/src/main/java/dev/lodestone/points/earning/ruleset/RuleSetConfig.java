package dev.lodestone.points.earning.ruleset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** What the brand decided about its rules. */
@ConfigMapping(prefix = "lodestone.points.rulebook")
interface RuleSetConfig {
    /** IANA name of the zone of the brand's days, for rules that name none. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Whether a second operator must approve what one publishes. */
    @WithDefault("false")
    boolean approvalRequired();

    /** How long a proposed version can be approved; it can be proposed again after that. */
    @WithDefault("7d")
    Duration proposalLifetime();
}
