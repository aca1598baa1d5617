package dev.lodestone.gateway.limits;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/** Requests whose answer may last: server-sent events and WebSockets. A client says so before anything is answered. */
public final class LiveRequest {
    private static final String EVENTS = "text/event-stream";

    private LiveRequest() {}

    public static boolean is(HttpServerRequest request) {
        return isForEvents(request) || isForWebSocket(request);
    }

    public static boolean isForWebSocket(HttpServerRequest request) {
        return request.method() == HttpMethod.GET
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
                && request.headers().contains(HttpHeaders.CONNECTION, "upgrade", true);
    }

    /** Every browser's {@code EventSource} gets, and accepts this and nothing else. */
    private static boolean isForEvents(HttpServerRequest request) {
        if (request.method() != HttpMethod.GET) {
            return false;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.strip().toLowerCase(Locale.ROOT).startsWith(EVENTS);
    }
}
