package dev.lodestone.events.tiers;

import dev.lodestone.events.Fact;

/** What happened to a membership. */
public sealed interface TierFact extends Fact permits MemberEnrolled, LevelChanged, LossComing {}
