package dev.lodestone.platform.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is let in, and what happens to what is not. */
@ConfigMapping(prefix = "lodestone.inbox")
interface InboxConfig {
    /** By topic, the sources that may write to it. A topic that is not named takes every source. */
    Map<String, List<String>> sources();

    /** How far ahead an event's time may lie: clocks of shops may be fast, but not by more. */
    @WithDefault("1d")
    Duration futureMax();

    /** How long one transaction may take before it counts as broken off. Above the database's own time-outs. */
    @WithDefault("90s")
    Duration transactionTimeout();

    /** How often a batch that fails by a defect of ours is tried before it is divided, and the culprit before it is set aside. */
    @WithDefault("3")
    int attemptsMax();

    /** The longest pause between two attempts while the database is away. */
    @WithDefault("5s")
    Duration outagePauseMax();

    /** How long a channel may wait for the database before the service says that it is not ready. */
    @WithDefault("5s")
    Duration outageGrace();

    /** When a channel stops instead of emptying itself into dead letters. */
    Pause pause();

    /** How often dead letters that are to be handled again are looked for. */
    @WithDefault("2s")
    Duration redriveInterval();

    /** Dead letters handled again in one transaction; each may hold 1 MiB. */
    @WithDefault("20")
    int redriveBatchSize();

    /** When a channel stops instead of emptying itself into dead letters. Looked at after each batch. */
    interface Pause {
        /** After so many records in a row were set aside. */
        @WithDefault("1000")
        int run();

        /** When so many of a hundred records of the last {@link #window} were set aside. */
        @WithDefault("90")
        int sharePercent();

        /** Records over which the share is taken. */
        @WithDefault("2000")
        int window();
    }
}
