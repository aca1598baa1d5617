package dev.lodestone.points.earning.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long recorded events are kept. */
@ConfigMapping(prefix = "lodestone.points.facts")
interface RecordedEventsConfig {
    /** The postings stay; what the rules said of an event that is older than this can no longer be explained. */
    @WithDefault("1100d")
    Duration keptFor();
}
