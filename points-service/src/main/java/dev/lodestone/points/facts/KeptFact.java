package dev.lodestone.points.facts;

import dev.lodestone.points.evaluation.Occurrence;
import dev.lodestone.points.evaluation.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it was booked.
 *
 * @param outcomes what each rule in force said, in their order; empty if none was asked
 * @param corrects the event of the fact that this one corrects; null for what happened for the first time
 */
public record KeptFact(
        UUID eventId,
        Occurrence occurrence,
        List<Outcome> outcomes,
        @Nullable UUID corrects) {
    public KeptFact {
        outcomes = List.copyOf(outcomes);
    }
}
