package dev.lodestone.recall.contacts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far senders' clocks are believed, and how long the history is kept. */
@ConfigMapping(prefix = "lodestone.contacts")
interface ContactsConfig {
    /** By how much a sender's clock may be ahead of ours and still end a withdrawal. */
    @WithDefault("1m")
    Duration clockTolerance();

    /** How long changes are kept that no longer decide anything: three years, as claims about a consent may be raised. */
    @WithDefault("1095d")
    Duration historyRetention();
}
