package dev.lodestone.points.earning.evaluation;

import dev.lodestone.platform.texts.LocalText;
import java.util.List;

/**
 * The outcome of a rule for an event, explained.
 *
 * {@snippet lang=json :
 * {
 *   "code": "spend-cny", "version": 3, "paid": true, "reason": "paid", "points": 79, "due": 79,
 *   "summary": {"zh": "规则支付 79", "en": "Rule \"spend-cny\", version 3, paid 79"},
 *   "steps": [{"zh": "79.90 CNY × 1 / 1.00 CNY = 79(向下取整)", "en": "79.90 CNY × 1 per 1.00 CNY = 79 (rounded down)"}]
 * }
 * }
 *
 * @param reason stable code of the reason, such as {@code condition-false}
 * @param points the points paid
 * @param due the points due without caps and budget
 * @param steps the arithmetic; empty if the rule did not pay
 */
public record RuleExplanation(
        String code,
        int version,
        boolean paid,
        String reason,
        long points,
        long due,
        LocalText summary,
        List<LocalText> steps) {
    public static RuleExplanation of(Rule rule, EvaluationInput input, Outcome outcome, Audience audience) {
        return new RuleExplanation(
                outcome.code(),
                outcome.version(),
                outcome.isPaid(),
                outcome.reason().slug(),
                outcome.points(),
                outcome.due(),
                OutcomeText.summary(rule, outcome, audience),
                OutcomeText.steps(rule, input, outcome));
    }
}
