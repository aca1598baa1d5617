package dev.lodestone.gateway.upstreams;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;

/** The addresses of the services. */
@ConfigMapping(prefix = "lodestone.gateway.routes")
interface RoutesConfig {
    /** Base address of each service by its name, which is the path segment after {@code /api/}. */
    @WithParentName
    Map<String, URI> services();
}
