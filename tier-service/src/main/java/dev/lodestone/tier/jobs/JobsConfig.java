package dev.lodestone.tier.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are worked on. */
@ConfigMapping(prefix = "lodestone.tier.jobs")
interface JobsConfig {
    /** So that a job that is never given up is tried every few minutes. */
    int DOUBLINGS_MAX = 5;

    /** How often waiting jobs are looked for. */
    @WithDefault("1s")
    Duration interval();

    /** Attempts for one page; a rollout of a tier set goes on, with an alarm for each further failure. */
    @WithDefault("5")
    int attemptsMax();

    /** Pause after the first failure of a page; it doubles with each further one, five times at most. */
    @WithDefault("10s")
    Duration retryPause();

    /** After this time another process may claim the page; if the first process still finishes it, that page is rolled back. */
    @WithDefault("2m")
    Duration lease();

    /** How long jobs that have ended are kept, with what they found. */
    @WithDefault("90d")
    Duration keptFor();

    /** The pause after {@code attempt}, counted from 1. */
    default Duration pauseAfter(int attempt) {
        return retryPause().multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS_MAX));
    }
}
