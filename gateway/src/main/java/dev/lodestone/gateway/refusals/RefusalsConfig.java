package dev.lodestone.gateway.refusals;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the gateway treats a connection whose request was rejected before its body was complete. */
@ConfigMapping(prefix = "lodestone.gateway.refusals")
interface RefusalsConfig {
    /** How long the rest of a body is read and discarded; most clients read the answer only after they have sent everything. */
    Duration readOn();

    /** How long the connection then stays open without being read, before it is closed. */
    Duration hold();

    /** Connections that may stay open unread at once; others are closed when the reading ends. */
    int heldMax();
}
