package dev.lodestone.points.ledger.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The brand's limits for holds. They can be larger than those of adjustments: a shop places many holds, and a hold spends nothing. */
@ConfigMapping(prefix = "lodestone.points.holds")
interface HoldLimitConfig {
    /** The limits of actors whose capabilities have no limits of their own. */
    @WithParentName
    Limit standard();

    /**
     * Limits by capability, such as {@code by-capability.wholesale.single}. If several apply, the one with the largest daily limit wins.
     */
    Map<String, Limit> byCapability();
}
