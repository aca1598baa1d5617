package dev.lodestone.recall.channels;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How emails are sent. */
@ConfigMapping(prefix = "lodestone.channels")
interface ChannelsConfig {
    /** Replaces {@code {name}} if the name of the member is unknown. */
    @WithDefault("friend")
    String nameDefault();

    Email email();

    /** The email channel. */
    interface Email {
        /** Right-hand side of the Message-ID. */
        @WithDefault("lodestone.invalid")
        String messageIdDomain();

        /** The interval at which {@link EmailJob} checks the queue. */
        @WithDefault("1s")
        String interval();

        /** Emails claimed together. */
        @WithDefault("100")
        int batchSize();

        /** Concurrent connections to the mail server. */
        @WithDefault("4")
        int connectionsMax();

        /** Attempts for one email; with the pauses below they span a night. */
        @WithDefault("12")
        int attemptsMax();

        @WithDefault("10s")
        Duration retryPause();

        @WithDefault("2h")
        Duration retryPauseMax();

        /** How long the mail server may take for one email. */
        @WithDefault("30s")
        Duration timeout();

        /** After this time an email in {@code SENDING} becomes unknown. Longer than a batch takes: batchSize / connectionsMax * timeout. */
        @WithDefault("20m")
        Duration claimTimeout();
    }

    default RetryRule retryRule() {
        return new RetryRule(email().attemptsMax(), email().retryPause(), email().retryPauseMax());
    }
}
