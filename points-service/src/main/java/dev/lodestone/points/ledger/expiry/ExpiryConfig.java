package dev.lodestone.points.ledger.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How due items are booked. The intervals of the jobs are {@code lodestone.points.expiry.sweep-interval} and {@code notice-interval}. */
@ConfigMapping(prefix = "lodestone.points.expiry")
interface ExpiryConfig {
    /** The maximum number of due lots and holds of each kind in one transaction. Keep it small, because earning waits for the locks. */
    @WithDefault("500")
    int batchSize();

    /** How often the job books due items. */
    @WithDefault("1s")
    Duration sweepInterval();

    /** How long the job leaves out a member whose account it could not settle; doubles with each failure, up to 64 times. */
    @WithDefault("1m")
    Duration retryAfter();

    /** How long before an expiry the member is notified. */
    @WithDefault("30d")
    Duration noticeBefore();

    /** How often the job looks for lots that expire soon. */
    @WithDefault("10m")
    Duration noticeInterval();

    /** The maximum number of notices in one transaction. */
    @WithDefault("1000")
    int noticeBatchSize();
}
