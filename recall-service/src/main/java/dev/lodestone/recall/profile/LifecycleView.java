package dev.lodestone.recall.profile;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many members were in each state on a day.
 *
 * {@snippet lang=json :
 * {
 *   "asOf": "2026-03-01", "members": 1200, "byState": {"NEW": 90, "ACTIVE": 610, "DORMANT": 350, "CHURNED": 150}
 * }
 * }
 *
 * @param members who had ordered by then; the sum of {@code byState}
 * @param byState every state, also with 0 members
 */
public record LifecycleView(LocalDate asOf, long members, Map<LifecycleState, Long> byState) {

    static LifecycleView of(LocalDate asOf, Map<LifecycleState, Long> counts) {
        Map<LifecycleState, Long> byState = new EnumMap<>(LifecycleState.class);
        for (LifecycleState state : LifecycleState.values()) {
            byState.put(state, counts.getOrDefault(state, 0L));
        }
        return new LifecycleView(
                asOf, byState.values().stream().mapToLong(Long::longValue).sum(), byState);
    }
}
