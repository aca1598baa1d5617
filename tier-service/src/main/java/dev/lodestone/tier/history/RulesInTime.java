package dev.lodestone.tier.history;

import dev.lodestone.tier.tiersets.VersionInForce;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of a tier set in the order in which they come into force; of two of one time, the one with the higher number is in force. */
final class RulesInTime {
    private final List<Rules> versions;

    /** @param versions at least one, in any order */
    RulesInTime(List<VersionInForce> versions) {
        this.versions = versions.stream()
                .sorted(Comparator.comparing(VersionInForce::from).thenComparing(VersionInForce::version))
                .map(Rules::new)
                .toList();
    }

    /** When the first version comes into force. */
    Instant begin() {
        return versions.getFirst().version.from();
    }

    /** The version in force at {@code instant}; before all of them, the first. */
    Rules at(Instant instant) {
        Rules found = versions.getFirst();
        for (Rules one : versions) {
            if (!one.version.from().isAfter(instant)) {
                found = one;
            }
        }
        return found;
    }

    /** When the next version comes into force after {@code instant}; null if none does. */
    @Nullable Instant nextAfter(Instant instant) {
        return versions.stream()
                .map(one -> one.version.from())
                .filter(from -> from.isAfter(instant))
                .findFirst()
                .orElse(null);
    }
}
