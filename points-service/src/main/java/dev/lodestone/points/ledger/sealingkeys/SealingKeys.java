package dev.lodestone.points.ledger.sealingkeys;

import org.jspecify.annotations.Nullable;

/** The configured private keys: the current key, and the previous key if it is available to vouch for the current one. */
public record SealingKeys(
        PrivateSealingKey current, @Nullable PrivateSealingKey previous) {}
