package dev.lodestone.points.earning.explanation;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.earning.rules.LocalText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a posting was made. What was confirmed or lapsed is explained by what had earned it.
 *
 * @param amount what it moved, in whole units of {@code asset}
 * @param summary in one sentence
 * @param steps the arithmetic, if there was any
 * @param ruleCode the rule that paid, if one did
 * @param actor who caused it by hand, for operators only
 * @param fact what happened, if a fact caused it
 */
public record PostingExplanationView(
        UUID postingId,
        PostingKind kind,
        String asset,
        long amount,
        Instant occurredAt,
        LocalText summary,
        List<LocalText> steps,
        @Nullable String ruleCode,
        @Nullable Integer ruleVersion,
        @Nullable String actor,
        @Nullable EventView fact) {
    /** As the member reads it. */
    PostingExplanationView forMember() {
        return new PostingExplanationView(
                postingId, kind, asset, amount, occurredAt, summary, steps, ruleCode, ruleVersion, null, fact);
    }
}
