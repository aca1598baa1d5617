package dev.lodestone.points.earning.ruleset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** Settings of rules. */
@ConfigMapping(prefix = "lodestone.points.rule-set")
interface RuleSetConfig {
    /** IANA zone of the brand; rules without a zone use it. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Whether a second operator must approve a publication. */
    @WithDefault("false")
    boolean approvalRequired();

    /** How long a proposed version can be approved; afterwards it can be proposed again. */
    @WithDefault("7d")
    Duration proposalLifetime();
}
