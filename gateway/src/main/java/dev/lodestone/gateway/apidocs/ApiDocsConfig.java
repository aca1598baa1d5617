package dev.lodestone.gateway.apidocs;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the suite's API document is gathered. */
@ConfigMapping(prefix = "lodestone.gateway.apidocs")
interface ApiDocsConfig {
    /** Longest wait for one service's document. */
    Duration timeout();

    /** How long a gathered document is served before the services are asked again. */
    Duration cache();
}
