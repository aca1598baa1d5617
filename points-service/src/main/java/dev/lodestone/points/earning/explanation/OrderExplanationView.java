package dev.lodestone.points.earning.explanation;

import dev.lodestone.points.earning.evaluation.RuleExplanation;
import java.util.List;

/** What was told of an order, and what each rule in force said to it. */
public record OrderExplanationView(String orderId, List<Told> facts) {
    /** A fact, and what the rules said; none was asked about refunds, cancellations and orders that were told before. */
    public record Told(EventView fact, List<RuleExplanation> rules) {}
}
