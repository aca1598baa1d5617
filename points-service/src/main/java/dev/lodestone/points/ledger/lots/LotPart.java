package dev.lodestone.points.ledger.lots;

import java.util.UUID;

/** {@code amount} units of the lot {@code lotId}. */
public record LotPart(UUID lotId, long amount) {}
