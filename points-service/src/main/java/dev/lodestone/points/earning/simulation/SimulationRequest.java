package dev.lodestone.points.earning.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sample event.
 *
 * {@snippet lang=json :
 * {
 *   "data": {"orderId": "sample", "total": {"amountMinor": 7990, "currency": "CNY"}},
 *   "occurredAt": "2026-03-01T12:30:00+08:00", "member": {"tier": "PREMIUM"}
 * }
 * }
 *
 * @param data data of an event of the rule's type
 * @param occurredAt time at which it occurred
 * @param member member context; empty if left out
 */
public record SimulationRequest(
        @NotNull JsonNode data,
        @NotNull OffsetDateTime occurredAt,
        @Nullable Member member) {
    /** The member context, as conditions read it. */
    public record Member(
            @Nullable String tier,
            @Nullable Map<String, String> attributes,
            @PositiveOrZero @Nullable Long orders,
            @PositiveOrZero @Nullable Long amountMinor,
            @Nullable OffsetDateTime firstOrderAt,
            @Nullable OffsetDateTime lastOrderAt) {}
}
