package dev.lodestone.tier.qualification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How levels are decided whose time has come. */
@ConfigMapping(prefix = "lodestone.tier.due")
interface DueConfig {
    /** How often; levels change at their own time, not at that of the job. */
    @WithDefault("1s")
    Duration interval();

    /** Members decided in one transaction. */
    @WithDefault("500")
    int batchSize();

    /** When a member is tried again whose level cannot be decided. */
    @WithDefault("5m")
    Duration retryPause();

    /** Members in a page that are marked to be decided again after a version of the tier set was published. */
    @WithDefault("5000")
    int rolloutPageSize();
}
