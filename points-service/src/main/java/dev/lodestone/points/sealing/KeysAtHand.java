package dev.lodestone.points.sealing;

import org.jspecify.annotations.Nullable;

/** The private keys that are configured: the one that seals, and the one that sealed before, if it is still there to vouch. */
record KeysAtHand(PrivateSealingKey current, @Nullable PrivateSealingKey previous) {}
