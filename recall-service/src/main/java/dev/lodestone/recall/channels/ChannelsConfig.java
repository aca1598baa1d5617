package dev.lodestone.recall.channels;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How emails are sent. */
@ConfigMapping(prefix = "lodestone.channels")
interface ChannelsConfig {
    /** What stands for {@code {name}} when the member told none. */
    @WithDefault("friend")
    String nameDefault();

    Email email();

    /** The email channel. */
    interface Email {
        /** Right-hand side of the Message-ID. */
        @WithDefault("lodestone.invalid")
        String messageIdDomain();

        /** How often the queue is looked at, as {@link EmailJob} schedules itself. */
        @WithDefault("1s")
        String interval();

        /** Emails claimed together. */
        @WithDefault("100")
        int batchSize();

        /** Connections to the mail server at once. */
        @WithDefault("4")
        int connectionsMax();

        /** Tries for one email; with the pauses below they span a night. */
        @WithDefault("12")
        int attemptsMax();

        @WithDefault("10s")
        Duration retryPause();

        @WithDefault("2h")
        Duration retryPauseMax();

        /** How long the mail server may take for one email. */
        @WithDefault("30s")
        Duration timeout();

        /** When an email that is being sent is given up as unknown. Longer than a batch can take: batchSize / connectionsMax * timeout. */
        @WithDefault("20m")
        Duration claimTimeout();
    }

    default RetryRule retryRule() {
        return new RetryRule(email().attemptsMax(), email().retryPause(), email().retryPauseMax());
    }
}
