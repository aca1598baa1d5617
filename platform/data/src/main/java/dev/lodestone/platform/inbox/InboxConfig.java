package dev.lodestone.platform.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which events are accepted, and what happens to the others. */
@ConfigMapping(prefix = "lodestone.inbox")
interface InboxConfig {
    /** By topic, the sources that may write to it. A topic without an entry accepts every source. */
    Map<String, List<String>> sources();

    /** How far in the future the time of an event may be: the tolerance for the clocks of shops. */
    @WithDefault("1d")
    Duration futureMax();

    /** Time-out of one transaction. Above the time-outs of the database. */
    @WithDefault("90s")
    Duration transactionTimeout();

    /** Attempts for a batch that fails by a defect before it is split, and for a single record before it becomes a dead letter. */
    @WithDefault("3")
    int attemptsMax();

    /** The longest pause between two attempts while the database is unavailable. */
    @WithDefault("5s")
    Duration outagePauseMax();

    /** How long a channel may wait for the database before the service reports that it is not ready. */
    @WithDefault("5s")
    Duration outageGrace();

    /** When a channel pauses because of too many dead letters. */
    Pause pause();

    /** The interval at which the service looks for dead letters to redrive. */
    @WithDefault("2s")
    Duration redriveInterval();

    /** Dead letters redriven in one transaction; each may have 1 MiB. */
    @WithDefault("20")
    int redriveBatchSize();

    /** When a channel pauses because of too many dead letters. Checked after each batch. */
    interface Pause {
        /** The number of dead letters in a row that pauses the channel. */
        @WithDefault("1000")
        int run();

        /** The percentage of dead letters among the last {@link #window} records that pauses the channel. */
        @WithDefault("90")
        int sharePercent();

        /** The number of records for the percentage. */
        @WithDefault("2000")
        int window();
    }
}
