package dev.lodestone.points.approvals;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long proposals are kept. */
@ConfigMapping(prefix = "lodestone.points.approvals")
interface ApprovalsConfig {
    /** After the decision, or after the time for it was over; the database refuses less than a year. */
    @WithDefault("1100d")
    Duration keptFor();
}
