package dev.lodestone.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of the relay. */
@ConfigMapping(prefix = "lodestone.outbox")
interface OutboxConfig {
    /** Off where Debezium or another process relays the table. */
    @WithDefault("true")
    boolean relayEnabled();

    /** Records sent and deleted together. */
    @WithDefault("2000")
    int batchSize();

    /** The interval at which an idle relay looks for rows of other replicas. */
    @WithDefault("100ms")
    Duration pollInterval();

    /** How long the broker may take to acknowledge a batch before it is sent again. */
    @WithDefault("20s")
    Duration acknowledgementTimeout();

    /** How long the broker may report a missing topic before the rows of that topic wait and those of all others are sent. */
    @WithDefault("5s")
    Duration missingTopicTimeout();

    /** The interval at which the broker is asked for a missing topic. */
    @WithDefault("10s")
    Duration missingTopicCheckInterval();

    /** The pause after a failure. */
    @WithDefault("1s")
    Duration retryDelay();

    /** The interval at which backlog and age are measured. */
    @WithDefault("10s")
    Duration measureInterval();
}
