package dev.lodestone.points.earning.evaluation;

import dev.lodestone.points.earning.rules.LocalText;
import java.util.List;

/**
 * What a rule said to a fact, told to people.
 *
 * @param reason stable code of why it paid or did not, such as {@code condition-false}
 * @param points what it paid
 * @param due what it would have paid without caps and budget
 * @param steps the arithmetic; none if it did not pay
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
    public static RuleExplanation of(Rule rule, EvaluationInput input, Outcome outcome) {
        return new RuleExplanation(
                outcome.code(),
                outcome.version(),
                outcome.isPaid(),
                outcome.reason().slug(),
                outcome.points(),
                outcome.due(),
                OutcomeText.summary(rule, outcome),
                OutcomeText.steps(rule, input, outcome));
    }
}
