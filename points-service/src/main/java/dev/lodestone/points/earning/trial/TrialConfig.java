package dev.lodestone.points.earning.trial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of backtests. */
@ConfigMapping(prefix = "lodestone.points.trial")
interface TrialConfig {
    /** Events in a page: small enough that its garbage is collected before the next page is parsed. */
    @WithDefault("1000")
    int pageSize();

    /** Maximum number of attempts before a backtest is FAILED. */
    @WithDefault("3")
    int attemptsMax();

    /** Pause after a failed attempt. */
    @WithDefault("10s")
    Duration retryPause();

    /** Time after which another worker may claim a backtest whose lease was not renewed. */
    @WithDefault("60s")
    Duration lease();

    /** Maximum number of counts in memory, by member and by period of each cap; a count needs about 200 bytes. */
    @WithDefault("500000")
    int countsMax();
}
