package dev.lodestone.tier.tiersets;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The published versions of a tier set by the time from which they are in force.
 *
 * @param all at least one, in the order of their times
 * @param frozen true if no level may change, because no version can be evaluated
 */
public record TierSetVersions(List<VersionInForce> all, boolean frozen) {
    public TierSetVersions(List<VersionInForce> all, boolean frozen) {
        this.all = all.stream()
                .sorted(Comparator.comparing(VersionInForce::from).thenComparing(VersionInForce::version))
                .toList();
        this.frozen = frozen;
    }

    /** The version in force at {@code instant}; before the first one, the first one. */
    public VersionInForce at(Instant instant) {
        VersionInForce found = all.getFirst();
        for (VersionInForce version : all) {
            if (!version.from().isAfter(instant)) {
                found = version;
            }
        }
        return found;
    }
}
