package dev.lodestone.points.ledger.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the daily totals of actors are kept. */
@ConfigMapping(prefix = "lodestone.points.actor-days")
interface ActorDayConfig {
    /** Longer than the day on which a total counts, so that operators can look back. */
    @WithDefault("400d")
    Duration keptFor();
}
