package dev.lodestone.points.ledger.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** What the brand decided about postings and reversals by hand. */
@ConfigMapping(prefix = "lodestone.points.adjustments")
interface AdjustmentLimitConfig {
    /** The limits of those whose capabilities have none of their own. */
    @WithParentName
    Limit standard();

    /** Limits by capability, such as {@code by-capability.supervisor.single}; of several the largest daily one holds. */
    Map<String, Limit> byCapability();

    /** How long a proposal can be decided on. */
    @WithDefault("7d")
    Duration proposalLifetime();

    /** IANA name of the zone in which days begin; that of the rules' days if it is not set. */
    @WithDefault("${lodestone.points.rulebook.zone:Asia/Shanghai}")
    ZoneId zone();
}
