package dev.lodestone.gateway.routes;

import io.vertx.core.http.HttpClientRequest;

/** A request to a service on a connection of its own, and the permit for it. */
record UpstreamRequest(HttpClientRequest request, Bulkhead.Permit permit) {
    /** Releases the permit and closes the connection. Only before the answer is there: later another request may use the connection. */
    void breakOff() {
        permit.release();
        request.reset();
    }
}
