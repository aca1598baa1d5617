package dev.lodestone.points.earning.ruleset;

import dev.lodestone.platform.definitions.DefinitionStatus;
import dev.lodestone.platform.definitions.Publication;
import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.points.earning.rules.RuleDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule as callers read it.
 *
 * {@snippet lang=json :
 * {
 *   "code": "spend-cny", "version": 3, "status": "PUBLISHED",
 *   "text": {"zh": "每消费 1.00 CNY 得 1 积分", "en": "1 point per 1.00 CNY"},
 *   "definition": {"factType": "brand.order.completed.v1",
 *     "award": {"kind": "PER_AMOUNT", "points": 1, "perAmountMinor": 100, "currency": "CNY"},
 *     "rounding": "DOWN", "asset": "POINTS", "priority": 0, "caps": []},
 *   "effectiveFrom": "2026-02-28T16:00:00Z",
 *   "publication": {"contentHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
 *     "proposedBy": null, "expiresAt": null, "publishedBy": "operator-1"}
 * }
 * }
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
