package dev.lodestone.events.tiers;

import dev.lodestone.events.Fact;

/** What tier-service tells. */
public sealed interface TierFact extends Fact permits MemberEnrolled, LevelChanged {}
