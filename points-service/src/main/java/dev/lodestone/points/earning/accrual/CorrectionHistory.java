package dev.lodestone.points.earning.accrual;

import dev.lodestone.points.earning.events.RecordedEvent;
import dev.lodestone.points.ledger.postings.RuleRef;
import java.util.Map;
import java.util.UUID;

/**
 * What is looked up for orders that are sent again, and for no others.
 *
 * @param facts the completions that decided so far, by the keys of their events
 * @param rules which rule opened which lot
 */
record CorrectionHistory(Map<UUID, RecordedEvent> events, Map<UUID, RuleRef> rules) {
    static final CorrectionHistory NONE = new CorrectionHistory(Map.of(), Map.of());
}
