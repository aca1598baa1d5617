package dev.lodestone.points.earning.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A made-up fact.
 *
 * @param data of an event of the rule's fact type
 * @param occurredAt when it is to have happened
 * @param member what is to be known of the member; nothing if left out
 */
public record SimulationRequest(
        @NotNull JsonNode data,
        @NotNull OffsetDateTime occurredAt,
        @Nullable Member member) {
    /** As conditions see the member. */
    public record Member(
            @Nullable String tier,
            @Nullable Map<String, String> attributes,
            @PositiveOrZero @Nullable Long orders,
            @PositiveOrZero @Nullable Long amountMinor,
            @Nullable OffsetDateTime firstOrderAt,
            @Nullable OffsetDateTime lastOrderAt) {}
}
