package dev.lodestone.points.earning;

import dev.lodestone.points.facts.KeptFact;
import dev.lodestone.points.ledger.RuleRef;
import java.util.Map;
import java.util.UUID;

/**
 * What is looked up for orders that are sent again, and for no others.
 *
 * @param facts the completions that decided so far, by the keys of their events
 * @param rules which rule opened which lot
 */
record Remembered(Map<UUID, KeptFact> facts, Map<UUID, RuleRef> rules) {
    static final Remembered NOTHING = new Remembered(Map.of(), Map.of());
}
