package dev.lodestone.points.rewards.redemption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How redemptions that arrive together share transactions. */
@ConfigMapping(prefix = "lodestone.points.redemption")
interface RedemptionConfig {
    /** Redemptions in one transaction at most. */
    @WithDefault("100")
    int groupSize();

    /** Transactions at the same time: while one waits for the disk, another is computed. */
    @WithDefault("2")
    int groups();

    /** Redemptions that wait for a transaction at most; beyond that members are asked to come again. */
    @WithDefault("2000")
    int waitingMax();

    /** How long a member waits for the answer, and a transaction may take. */
    @WithDefault("5s")
    Duration patience();
}
