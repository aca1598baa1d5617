package dev.lodestone.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "lodestone.outbox")
interface OutboxConfig {
    /** Off where Debezium or another process relays the table. */
    @WithDefault("true")
    boolean relayEnabled();

    /** Records sent and deleted together. */
    @WithDefault("2000")
    int batchSize();

    /** How long an idle relay waits before it looks for what other replicas committed. */
    @WithDefault("100ms")
    Duration pollInterval();

    /** How long the broker may take to acknowledge a batch before it is sent again. */
    @WithDefault("20s")
    Duration acknowledgementTimeout();

    /** How long the broker may say that it does not have a topic before the topic's rows wait and those of all others go on. */
    @WithDefault("5s")
    Duration missingTopicTimeout();

    /** How often the broker is asked whether a missing topic is there by now. */
    @WithDefault("10s")
    Duration missingTopicCheckInterval();

    /** The pause after a failure. */
    @WithDefault("1s")
    Duration retryDelay();

    /** How often backlog and age are measured. */
    @WithDefault("10s")
    Duration measureInterval();
}
