package dev.lodestone.points.ledger.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** The brand's limits for postings and reversals by hand. */
@ConfigMapping(prefix = "lodestone.points.adjustments")
interface AdjustmentLimitConfig {
    /** The limits of actors whose capabilities have no limits of their own. */
    @WithParentName
    Limit standard();

    /**
     * Limits by capability, such as {@code by-capability.supervisor.single}. If several apply, the one with the largest daily limit wins.
     */
    Map<String, Limit> byCapability();

    /** How long a proposal stays open for a decision. */
    @WithDefault("7d")
    Duration proposalLifetime();

    /** IANA name of the time zone of the days; by default the zone of the rules. */
    @WithDefault("${lodestone.points.rule-set.zone:Asia/Shanghai}")
    ZoneId zone();
}
