package dev.lodestone.events.points;

import dev.lodestone.events.Fact;

/** What the points ledger tells. */
public sealed interface PointsFact extends Fact permits PointsPosted, PointsExpiring {}
