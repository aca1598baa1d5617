package dev.lodestone.gateway.session;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says about the page that makes a request. A browser sends the session's cookie with every request, whatever page makes it;
 * the page cannot forge these headers.
 *
 * @param method of the request
 * @param fetchSite header {@code Sec-Fetch-Site}; browsers of before 2023 lack it
 * @param origin header {@code Origin}
 * @param authority host and port by which the browser knows the gateway
 * @param marked whether the request has a header that a page of another site cannot send without permission
 */
record RequestSource(
        String method,
        @Nullable String fetchSite,
        @Nullable String origin,
        @Nullable String authority,
        boolean marked) {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** Scripts of the gateway's pages send it; scripts of other sites cannot, since CORS does not allow it. */
    private static final String MARK = "X-Requested-With";

    static RequestSource of(HttpServerRequest request) {
        return new RequestSource(
                request.method().name(),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader(HttpHeaders.ORIGIN),
                request.authority() == null ? null : request.authority().toString(),
                request.headers().contains(MARK));
    }

    /** What is wrong with a request that the cookie would authenticate, and what to do; empty if it comes from a page of the gateway. */
    Optional<String> fault() {
        if (isForeign()) {
            return Optional.of("Another site asked for this. Open the page in the console instead");
        }
        return isRead() || marked
                ? Optional.empty()
                : Optional.of("Send X-Requested-With: XMLHttpRequest, or use a bearer token");
    }

    private boolean isForeign() {
        if (fetchSite != null) {
            // "none" is the user: an address that was typed, or a bookmark.
            return !(fetchSite.equals("same-origin") || (fetchSite.equals("none") && isRead()));
        }
        return origin != null && (authority == null || !origin.endsWith("://" + authority));
    }

    boolean isRead() {
        return READS.contains(method);
    }
}
