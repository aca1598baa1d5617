package dev.lodestone.tier.tiersets;

import java.time.Instant;

/**
 * A published version of a tier set.
 *
 * @param from it is in force from then on, until that of the next version
 */
public record VersionInForce(int version, TierSet set, Instant from) {}
