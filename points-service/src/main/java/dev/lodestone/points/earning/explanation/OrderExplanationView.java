package dev.lodestone.points.earning.explanation;

import dev.lodestone.points.earning.evaluation.RuleExplanation;
import java.util.List;

/** What was events of an order, and what each rule in force said to it. */
public record OrderExplanationView(String orderId, List<EventExplanation> facts) {
    /** A fact, and what the rules said; none was asked about refunds, cancellations and orders that were events before. */
    public record EventExplanation(EventView fact, List<RuleExplanation> rules) {}
}
