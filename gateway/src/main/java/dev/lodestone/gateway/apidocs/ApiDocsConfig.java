package dev.lodestone.gateway.apidocs;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the API document of the suite is built. */
@ConfigMapping(prefix = "lodestone.gateway.apidocs")
interface ApiDocsConfig {
    /** Longest wait for one service's document. */
    Duration timeout();

    /** How long a document is cached before the services are asked again. */
    Duration cache();
}
