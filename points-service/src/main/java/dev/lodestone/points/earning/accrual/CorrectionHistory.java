package dev.lodestone.points.earning.accrual;

import dev.lodestone.points.earning.events.RecordedEvent;
import dev.lodestone.points.ledger.postings.RuleRef;
import java.util.Map;
import java.util.UUID;

/**
 * Earlier outcomes and rules, loaded only for orders that are sent again.
 *
 * @param events the recorded completions that decided the orders so far, by the key of their event
 * @param rules the rule that opened each lot
 */
record CorrectionHistory(Map<UUID, RecordedEvent> events, Map<UUID, RuleRef> rules) {
    static final CorrectionHistory NONE = new CorrectionHistory(Map.of(), Map.of());
}
