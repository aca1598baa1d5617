package dev.lodestone.points.earning.trial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a backtest may take. */
@ConfigMapping(prefix = "lodestone.points.trial")
interface TrialConfig {
    /** Facts read and evaluated at a time: small enough that what a page leaves behind is gone when the next is there. */
    @WithDefault("1000")
    int pageSize();

    /** How often a backtest is begun before it ends as FAILED. */
    @WithDefault("3")
    int attemptsMax();

    /** Pause after an attempt that failed. */
    @WithDefault("10s")
    Duration retryPause();

    /** When a backtest whose worker says nothing is begun anew by another. */
    @WithDefault("60s")
    Duration lease();

    /** What a backtest counts in memory, by member and by period of each cap; one takes about 200 bytes. */
    @WithDefault("500000")
    int countsMax();
}
