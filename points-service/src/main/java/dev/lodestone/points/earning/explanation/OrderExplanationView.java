package dev.lodestone.points.earning.explanation;

import dev.lodestone.points.earning.evaluation.RuleExplanation;
import java.util.List;

/** The recorded events of an order, in the order of processing. */
public record OrderExplanationView(String orderId, List<EventExplanation> facts) {
    /**
     * An event with the outcome of each rule. {@code rules} is empty for refunds, cancellations and repeated orders: no rule is evaluated
     * for them.
     */
    public record EventExplanation(EventView fact, List<RuleExplanation> rules) {}
}
