package dev.lodestone.points.earning.explanation;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.texts.LocalText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a posting was made. A confirmation or an expiry is explained by the posting that earned the points.
 *
 * {@snippet lang=json :
 * {
 *   "postingId": "019ca7aa-16e0-76ee-b36a-8786c764f974", "kind": "EARNED", "asset": "POINTS", "amount": 79, "occurredAt": "2026-03-01T04:30:00Z",
 *   "summary": {"zh": "规则支付 79", "en": "Rule \"spend-cny\", version 3, paid 79"},
 *   "steps": [{"zh": "79.90 CNY × 1 / 1.00 CNY = 79(向下取整)", "en": "79.90 CNY × 1 per 1.00 CNY = 79 (rounded down)"}],
 *   "ruleCode": "spend-cny", "ruleVersion": 3, "actor": null,
 *   "fact": {"eventId": "019ca7aa-12f8-7a03-97aa-f94de2f5ce01", "factType": "brand.order.completed.v1", "occurredAt": "2026-03-01T04:30:00Z",
 *     "data": {"orderId": "NH-20260301-0042", "total": {"amountMinor": 7990, "currency": "CNY"}},
 *     "member": {"tier": "PREMIUM", "attributes": {}, "orders": 7, "amountMinor": 61200}}
 * }
 * }
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
