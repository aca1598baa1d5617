package dev.lodestone.points.rulebook;

import dev.lodestone.points.rules.LocalText;
import dev.lodestone.points.rules.RuleDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule as people read it.
 *
 * @param text what it pays, in words
 * @param effectiveFrom it pays for facts that happened then or later; {@code null} before it is proposed or published
 */
public record RuleView(
        String code,
        int version,
        RuleEntity.Status status,
        LocalText text,
        RuleDefinition definition,
        @Nullable Instant effectiveFrom) {}
