package dev.lodestone.events.points;

import dev.lodestone.events.Fact;

/** What happened in the points ledger. */
public sealed interface PointsFact extends Fact permits PointsPosted, PointsExpiring {}
