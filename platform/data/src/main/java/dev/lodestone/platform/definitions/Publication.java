package dev.lodestone.platform.definitions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The proposal and publication of a version, as operators read it.
 *
 * @param contentHash hash of code, version, definition and effectiveFrom; an approval must send it
 * @param expiresAt end of the proposal, if it is proposed
 */
public record Publication(
        String contentHash,
        @Nullable String proposedBy,
        @Nullable Instant expiresAt,
        @Nullable String publishedBy) {}
