package dev.lodestone.recall.runs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs of campaigns are processed. */
@ConfigMapping(prefix = "lodestone.runs")
interface RunsConfig {
    /** The interval at which {@link RunJob} looks for waiting runs. */
    @WithDefault("1s")
    String interval();

    /** Profiles read in one transaction. */
    @WithDefault("1000")
    int pageSize();

    /** Attempts for one page; with the pauses below they span a few minutes. */
    @WithDefault("5")
    int attemptsMax();

    /** Pause after the first failure of a page; it doubles with each further one. */
    @WithDefault("10s")
    Duration retryPause();

    /** After this time another process may claim the page; if the first process still finishes it, that transaction is rolled back. */
    @WithDefault("2m")
    Duration lease();

    /** The pause after {@code attempt}, counted from 1. */
    default Duration pauseAfter(int attempt) {
        return retryPause().multipliedBy(1L << Math.min(attempt - 1, 20));
    }
}
