package dev.lodestone.points.earning.ruleset;

import dev.lodestone.points.earning.rules.LocalText;
import dev.lodestone.points.earning.rules.RuleDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule as callers read it.
 *
 * @param text description of the award
 * @param effectiveFrom it pays for events that occurred then or later; {@code null} before it is proposed or published
 * @param publication proposal and publication, for operators; {@code null} before it is proposed
 */
public record RuleView(
        String code,
        int version,
        RuleEntity.Status status,
        LocalText text,
        RuleDefinition definition,
        @Nullable Instant effectiveFrom,
        @Nullable Publication publication) {
    /**
     * The proposal and publication of a version.
     *
     * @param contentHash hash of code, version, definition and effectiveFrom; an approval must send it
     * @param expiresAt end of the proposal, if it is proposed
     */
    public record Publication(
            String contentHash,
            @Nullable String proposedBy,
            @Nullable Instant expiresAt,
            @Nullable String publishedBy) {}
}
