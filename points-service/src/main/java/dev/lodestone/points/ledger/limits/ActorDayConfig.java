package dev.lodestone.points.ledger.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long it is kept what actors moved by day. */
@ConfigMapping(prefix = "lodestone.points.actor-days")
interface ActorDayConfig {
    /** Much longer than the day on which it counts. */
    @WithDefault("400d")
    Duration keptFor();
}
