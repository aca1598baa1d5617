package dev.lodestone.points.ledger.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** What the brand decided about holds. A till or a shop places many, and a hold gives nothing away: it can do with larger limits. */
@ConfigMapping(prefix = "lodestone.points.holds")
interface HoldLimitConfig {
    /** The limits of those whose capabilities have none of their own. */
    @WithParentName
    Limit standard();

    /** Limits by capability, such as {@code by-capability.wholesale.single}; of several the largest daily one holds. */
    Map<String, Limit> byCapability();
}
