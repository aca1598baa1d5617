package dev.lodestone.points.earning.ruleset;

import dev.lodestone.points.definitions.DefinitionStatus;
import dev.lodestone.points.definitions.Publication;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.texts.LocalText;
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
        DefinitionStatus status,
        LocalText text,
        RuleDefinition definition,
        @Nullable Instant effectiveFrom,
        @Nullable Publication publication) {}
