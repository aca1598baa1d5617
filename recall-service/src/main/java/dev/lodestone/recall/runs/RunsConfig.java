package dev.lodestone.recall.runs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs of campaigns are worked on. */
@ConfigMapping(prefix = "lodestone.runs")
interface RunsConfig {
    /** How often runs that wait are looked for, as {@link RunJob} schedules itself. */
    @WithDefault("1s")
    String interval();

    /** Profiles looked at in one transaction. */
    @WithDefault("1000")
    int pageSize();

    /** Tries for one page; with the pauses below they span a few minutes. */
    @WithDefault("5")
    int attemptsMax();

    /** Pause after the first failure of a page; it doubles with each further one. */
    @WithDefault("10s")
    Duration retryPause();

    /** When a page that is worked on is given to another process; should the first one still come to its end, it is rolled back. */
    @WithDefault("2m")
    Duration lease();

    /** The pause after {@code attempt}, counted from 1. */
    default Duration pauseAfter(int attempt) {
        return retryPause().multipliedBy(1L << Math.min(attempt - 1, 20));
    }
}
