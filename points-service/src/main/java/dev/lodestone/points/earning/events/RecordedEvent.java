package dev.lodestone.points.earning.events;

import dev.lodestone.points.earning.evaluation.EvaluationInput;
import dev.lodestone.points.earning.evaluation.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A processed event with the outcomes of the rules.
 *
 * @param outcomes the outcome of each rule in force, in their order; empty if no rule was evaluated
 * @param corrects the key of the event that this one corrects; null if it corrects none
 */
public record RecordedEvent(
        UUID eventId,
        EvaluationInput input,
        List<Outcome> outcomes,
        @Nullable UUID corrects) {
    public RecordedEvent {
        outcomes = List.copyOf(outcomes);
    }
}
