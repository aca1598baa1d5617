package dev.lodestone.points.ledger;

import java.util.UUID;

/** That posting {@code accountVersion} took {@code amount} from a lot. */
record LotUse(long accountVersion, UUID lotId, long amount) {}
