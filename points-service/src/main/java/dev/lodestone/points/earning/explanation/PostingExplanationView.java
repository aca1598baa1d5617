package dev.lodestone.points.earning.explanation;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.texts.LocalText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a posting was made. A confirmation or an expiry is explained by the posting that earned the points.
 *
 * @param amount units of the posting, in whole units of {@code asset}
 * @param summary one sentence
 * @param steps the steps of the arithmetic; may be empty
 * @param ruleCode the rule that paid, if a rule did
 * @param actor who requested a manual posting; only operators see it
 * @param fact the event that caused the posting, if an event did
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
    /** The explanation without the actor, for the member. */
    PostingExplanationView forMember() {
        return new PostingExplanationView(
                postingId, kind, asset, amount, occurredAt, summary, steps, ruleCode, ruleVersion, null, fact);
    }
}
