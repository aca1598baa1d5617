package dev.lodestone.gateway.routes;

import io.vertx.core.MultiMap;
import java.util.List;

/** The gateway handles CORS; headers of a service would contradict. */
final class Cors {
    private static final List<String> HEADERS = List.of(
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Credentials",
            "Access-Control-Allow-Headers",
            "Access-Control-Allow-Methods",
            "Access-Control-Expose-Headers",
            "Access-Control-Max-Age");

    private Cors() {}

    static void strip(MultiMap headers) {
        HEADERS.forEach(headers::remove);
    }
}
