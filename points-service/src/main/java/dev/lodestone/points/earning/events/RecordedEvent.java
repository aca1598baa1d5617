package dev.lodestone.points.earning.events;

import dev.lodestone.points.earning.evaluation.EvaluationInput;
import dev.lodestone.points.earning.evaluation.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it was booked.
 *
 * @param outcomes what each rule in force said, in their order; empty if none was asked
 * @param corrects the event of the fact that this one corrects; null for what happened for the first time
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
