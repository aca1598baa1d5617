package dev.lodestone.points.earning;

import dev.lodestone.events.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All published versions of all rules. Which one is in force is decided by when the fact happened, not by when it arrives. */
final class RuleBook {
    private static final Comparator<EarningRule> NEWEST_FIRST = Comparator.comparing(EarningRule::effectiveFrom)
            .thenComparing(EarningRule::version)
            .reversed();

    private final Map<EventType, List<EarningRule>> byType = new EnumMap<>(EventType.class);

    RuleBook(List<EarningRule> rules) {
        rules.stream()
                .sorted(NEWEST_FIRST)
                .forEach(rule -> byType.computeIfAbsent(rule.factType(), type -> new ArrayList<>())
                        .add(rule));
    }

    /** Of each rule for {@code type} the version in force at {@code instant}; rules in the order of their codes. */
    List<EarningRule> inForce(EventType type, Instant instant) {
        Map<String, EarningRule> newest = new LinkedHashMap<>();
        for (EarningRule rule : byType.getOrDefault(type, List.of())) {
            if (!rule.effectiveFrom().isAfter(instant)) {
                newest.putIfAbsent(rule.code(), rule);
            }
        }
        return newest.values().stream()
                .sorted(Comparator.comparing(EarningRule::code))
                .toList();
    }
}
