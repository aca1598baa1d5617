package dev.lodestone.points.ledger.limits;

import io.smallrye.config.WithDefault;

/** How much may be moved without a second person, in whole units, for each asset apart. */
interface Limit {
    /** In one request. */
    @WithDefault("10000")
    long single();

    /** By one actor in a day, in all. */
    @WithDefault("100000")
    long daily();
}
