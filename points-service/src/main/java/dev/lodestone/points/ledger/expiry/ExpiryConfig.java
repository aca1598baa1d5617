package dev.lodestone.points.ledger.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what is due gets booked. The sweeps' intervals are {@code lodestone.points.expiry.sweep-interval} and {@code notice-interval}. */
@ConfigMapping(prefix = "lodestone.points.expiry")
interface ExpiryConfig {
    /** Lots and holds of each kind that one transaction looks for: few enough that earning waits for none of them noticeably. */
    @WithDefault("500")
    int batchSize();

    /** How often it is looked for what is due. */
    @WithDefault("1s")
    Duration sweepInterval();

    /** How long before it lapses a member is told. */
    @WithDefault("30d")
    Duration noticeBefore();

    /** How often it is looked for what lapses soon. */
    @WithDefault("10m")
    Duration noticeInterval();

    /** Notices written in one transaction. */
    @WithDefault("1000")
    int noticeBatchSize();
}
