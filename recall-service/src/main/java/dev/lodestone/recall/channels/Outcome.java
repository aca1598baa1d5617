package dev.lodestone.recall.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The recorded outcome of an attempt.
 *
 * @param dueAt time of the next attempt; only {@link EmailState#QUEUED} has one
 * @param reason text without personal data
 */
record Outcome(
        Claimed email,
        EmailState state,
        @Nullable Instant dueAt,
        @Nullable String reason) {}
