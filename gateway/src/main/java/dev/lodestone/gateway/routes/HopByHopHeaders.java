package dev.lodestone.gateway.routes;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** Headers for one connection only (RFC 9110, 7.6.1), and the headers in which a proxy names the client. */
final class HopByHopHeaders {
    private static final List<String> BY_HOP = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade");

    /** A client could forge these, and services would trust them. */
    private static final List<String> FORWARDED = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto");

    private HopByHopHeaders() {}

    /** Removes the hop-by-hop headers, which includes those that {@code Connection} names. */
    static void strip(MultiMap headers) {
        for (String connection : List.copyOf(headers.getAll("Connection"))) {
            for (String named : connection.split(",", -1)) {
                if (!named.isBlank()) {
                    headers.remove(named.strip());
                }
            }
        }
        BY_HOP.forEach(headers::remove);
    }

    /** The address of the client. */
    static String address(HttpServerRequest request) {
        return request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
    }

    /** Replaces the headers that name the client by the real client of the gateway. */
    static void forward(MultiMap headers, String address, String scheme, String authority) {
        FORWARDED.forEach(headers::remove);
        headers.set("X-Forwarded-For", address);
        headers.set("X-Forwarded-Proto", scheme);
        headers.set("X-Forwarded-Host", authority);
    }
}
