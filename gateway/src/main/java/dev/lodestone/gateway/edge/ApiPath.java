package dev.lodestone.gateway.edge;

import java.util.Set;

/** Which paths are the API, and which of them anybody may read: the API's own description. */
final class ApiPath {
    private static final Set<String> DESCRIPTION = Set.of("/api", "/api/", "/api/openapi", "/api/docs");

    private ApiPath() {}

    /** @param normalizedPath without dot segments, so that no path can pass for another */
    static boolean isApi(String normalizedPath) {
        return normalizedPath.equals("/api") || normalizedPath.startsWith("/api/");
    }

    /** @param normalizedPath without dot segments */
    static boolean isPublic(String normalizedPath) {
        return DESCRIPTION.contains(normalizedPath) || normalizedPath.startsWith("/api/docs/");
    }
}
