package dev.lodestone.points.earning.explanation;

import dev.lodestone.points.earning.evaluation.RuleExplanation;
import java.util.List;

/** What was events of an order, and what each rule in force said to it. */
public record OrderExplanationView(String orderId, List<EventExplanation> facts) {
    /**
     * An event with the outcome of each rule. {@code rules} is empty for refunds, cancellations and repeated orders: no rule is evaluated
     * for them.
     */
    public record EventExplanation(EventView fact, List<RuleExplanation> rules) {}
}
