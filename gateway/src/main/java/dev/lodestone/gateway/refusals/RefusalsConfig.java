package dev.lodestone.gateway.refusals;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the gateway parts with a client whose request was refused before all of it had come. */
@ConfigMapping(prefix = "lodestone.gateway.refusals")
interface RefusalsConfig {
    /** How long the rest of a body is read and thrown away; most clients read the answer only once they have sent everything. */
    Duration readOn();

    /** How long the connection then stays open without being read, before it is closed. */
    Duration hold();

    /** Connections that stay open so at once; others are closed when the reading ends. */
    int heldMax();
}
