package dev.lodestone.points.ledger.postings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the brand decided about its book. */
@ConfigMapping(prefix = "lodestone.points.ledger")
interface LedgerConfig {
    /**
     * How far below zero a refund may push a balance whose points are already spent; later earning makes up for it. 0: what is not there is
     * not taken.
     */
    @WithDefault("0")
    long refundFloor();
}
