package dev.lodestone.platform.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what every service keeps is kept. */
@ConfigMapping(prefix = "lodestone.retention")
interface RetentionConfig {
    /** How often old rows are looked for. */
    @WithDefault("1h")
    Duration interval();

    /** Rows deleted in one transaction. */
    @WithDefault("5000")
    int batchSize();

    /** Events that were handled; one that is sent again later than this counts again. Longer than the broker keeps records. */
    @WithDefault("90d")
    Duration inbox();

    /** Answers to requests; one that is repeated later than this is a new request. */
    @WithDefault("30d")
    Duration idempotencyKeys();

    /** Dead letters that were handled in the end. */
    @WithDefault("30d")
    Duration resolvedDeadLetters();

    /** Dead letters that nobody had handled again. */
    @WithDefault("400d")
    Duration openDeadLetters();

    /** Outgoing events that the broker refused for good. */
    @WithDefault("400d")
    Duration quarantinedEvents();
}
