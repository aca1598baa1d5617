package dev.lodestone.gateway.edge;

import java.util.Set;

/** Which paths belong to the API, and which of them need no token: the description of the API. */
final class ApiPath {
    private static final Set<String> DESCRIPTION =
            Set.of("/api", "/api/", "/api/openapi", "/api/docs", "/api/asyncapi");

    private ApiPath() {}

    /** @param normalizedPath without dot segments, so that no path can be read as another one */
    static boolean isApi(String normalizedPath) {
        return normalizedPath.equals("/api") || normalizedPath.startsWith("/api/");
    }

    /** @param normalizedPath without dot segments */
    static boolean isPublic(String normalizedPath) {
        return DESCRIPTION.contains(normalizedPath)
                || normalizedPath.startsWith("/api/docs/")
                || normalizedPath.startsWith("/api/asyncapi/");
    }
}
