package dev.lodestone.points.ledger.limits;

import io.smallrye.config.WithDefault;

/** How much an actor may move without a second operator, in whole units and for each asset separately. */
interface Limit {
    /** The maximum of one request. */
    @WithDefault("10000")
    long single();

    /** The maximum of all requests of one actor in a day. */
    @WithDefault("100000")
    long daily();
}
