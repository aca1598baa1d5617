package dev.lodestone.points.facts;

import dev.lodestone.points.evaluation.Occurrence;
import dev.lodestone.points.evaluation.Outcome;
import java.util.List;
import java.util.UUID;

/**
 * A fact as it was booked.
 *
 * @param outcomes what each rule in force said, in their order; empty if none was asked
 */
public record KeptFact(UUID eventId, Occurrence occurrence, List<Outcome> outcomes) {
    public KeptFact {
        outcomes = List.copyOf(outcomes);
    }
}
