package dev.lodestone.points.ledger.sealingkeys;

import org.jspecify.annotations.Nullable;

/** The private keys that are configured: the one that seals, and the one that sealed before, if it is still there to vouch. */
public record SealingKeys(
        PrivateSealingKey current, @Nullable PrivateSealingKey previous) {}
