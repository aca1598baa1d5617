package dev.lodestone.points.rewards.redemption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How concurrent redemptions share transactions. */
@ConfigMapping(prefix = "lodestone.points.redemption")
interface RedemptionConfig {
    /** Maximum number of redemptions in a transaction. */
    @WithDefault("100")
    int groupSize();

    /** Maximum number of concurrent transactions: while one waits for the disk, another is computed. */
    @WithDefault("2")
    int groups();

    /** Maximum number of waiting redemptions; others are answered 503. */
    @WithDefault("2000")
    int waitingMax();

    /** Timeout of a redemption, and of a transaction. */
    @WithDefault("5s")
    Duration patience();
}
