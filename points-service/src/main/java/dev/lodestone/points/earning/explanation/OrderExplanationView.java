package dev.lodestone.points.earning.explanation;

import dev.lodestone.points.earning.evaluation.RuleExplanation;
import java.util.List;

/**
 * The recorded events of an order, in the order of processing.
 *
 * {@snippet lang=json :
 * {
 *   "orderId": "NH-20260301-0042",
 *   "facts": [{
 *     "fact": {"eventId": "019ca7aa-12f8-7a03-97aa-f94de2f5ce01", "factType": "brand.order.completed.v1", "occurredAt": "2026-03-01T04:30:00Z",
 *       "data": {"orderId": "NH-20260301-0042", "total": {"amountMinor": 7990, "currency": "CNY"}},
 *       "member": {"tier": "PREMIUM", "attributes": {}, "orders": 7, "amountMinor": 61200}},
 *     "rules": [{"code": "birthday", "version": 1, "paid": false, "reason": "condition-false", "points": 0, "due": 0,
 *       "summary": {"zh": "条件不满足", "en": "The condition was not met"}, "steps": []}]
 *   }]
 * }
 * }
 */
public record OrderExplanationView(String orderId, List<EventExplanation> facts) {
    /**
     * An event with the outcome of each rule. {@code rules} is empty for refunds, cancellations and repeated orders: no rule is evaluated
     * for them.
     */
    public record EventExplanation(EventView fact, List<RuleExplanation> rules) {}
}
