package dev.lodestone.points.earning.ruleset;

import dev.lodestone.points.earning.rules.LocalText;
import dev.lodestone.points.earning.rules.RuleDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule as people read it.
 *
 * @param text what it pays, in words
 * @param effectiveFrom it pays for facts that happened then or later; {@code null} before it is proposed or published
 * @param publication who proposed and published it, for operators; {@code null} before it is proposed
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
     * How it came into force, or is about to.
     *
     * @param contentHash stands for code, version, definition and effectiveFrom; whoever approves sends it back
     * @param expiresAt until when it can be approved, if it waits for that
     */
    public record Publication(
            String contentHash,
            @Nullable String proposedBy,
            @Nullable Instant expiresAt,
            @Nullable String publishedBy) {}
}
