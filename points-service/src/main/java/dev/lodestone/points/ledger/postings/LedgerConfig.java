package dev.lodestone.points.ledger.postings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The brand's policy for its ledger. */
@ConfigMapping(prefix = "lodestone.points.ledger")
interface LedgerConfig {
    /**
     * The lowest balance, 0 or negative, that a refund may cause when the points are already spent; later earning covers the overdraft. 0:
     * a refund claws back only the available points.
     */
    @WithDefault("0")
    long refundFloor();
}
