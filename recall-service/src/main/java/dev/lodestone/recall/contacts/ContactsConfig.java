package dev.lodestone.recall.contacts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The tolerance for senders' clocks, and the retention of the history. */
@ConfigMapping(prefix = "lodestone.contacts")
interface ContactsConfig {
    /** By how much a sender's clock may be ahead of ours and still end a withdrawal. */
    @WithDefault("1m")
    Duration clockTolerance();

    /** Retention of changes that no longer decide anything: three years, because a consent may be disputed that long. */
    @WithDefault("1095d")
    Duration historyRetention();
}
