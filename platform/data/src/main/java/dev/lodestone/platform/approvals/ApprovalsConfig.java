package dev.lodestone.platform.approvals;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long proposals are stored. */
@ConfigMapping(prefix = "lodestone.approvals")
interface ApprovalsConfig {
    /** Counted from the decision, or from the expiry of an undecided proposal. The database refuses less than one year. */
    @WithDefault("1100d")
    Duration keptFor();
}
