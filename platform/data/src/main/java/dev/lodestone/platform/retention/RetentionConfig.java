package dev.lodestone.platform.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Retention of the tables that every service has. */
@ConfigMapping(prefix = "lodestone.retention")
interface RetentionConfig {
    /** The interval at which old rows are deleted. */
    @WithDefault("1h")
    Duration interval();

    /** Rows deleted in one transaction. */
    @WithDefault("5000")
    int batchSize();

    /** Keys of processed events; an event that arrives again after this time has its effect again. Longer than the broker keeps records. */
    @WithDefault("90d")
    Duration inbox();

    /** Answers to requests; a request that is repeated after this time is a new one. */
    @WithDefault("30d")
    Duration idempotencyKeys();

    /** Resolved dead letters. */
    @WithDefault("30d")
    Duration resolvedDeadLetters();

    /** Dead letters that were never redriven. */
    @WithDefault("400d")
    Duration openDeadLetters();

    /** Outgoing events that the broker rejected permanently. */
    @WithDefault("400d")
    Duration quarantinedEvents();
}
