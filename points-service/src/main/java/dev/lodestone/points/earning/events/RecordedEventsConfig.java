package dev.lodestone.points.earning.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Retention of recorded events. */
@ConfigMapping(prefix = "lodestone.points.facts")
interface RecordedEventsConfig {
    /** Postings stay for ever. Outcomes of older events can no longer be explained. */
    @WithDefault("1100d")
    Duration keptFor();
}
