package dev.lodestone.recall.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is booked after an attempt.
 *
 * @param dueAt of the next attempt; only {@link EmailState#QUEUED} has one
 * @param reason in words, without personal data
 */
record Outcome(
        Claimed email,
        EmailState state,
        @Nullable Instant dueAt,
        @Nullable String reason) {}
