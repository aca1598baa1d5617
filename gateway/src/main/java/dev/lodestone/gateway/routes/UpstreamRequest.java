package dev.lodestone.gateway.routes;

import io.vertx.core.http.HttpClientRequest;

/** A request to a service on a connection of its own, and the permit for it. */
record UpstreamRequest(HttpClientRequest request, Bulkhead.Permit permit) {
    /** Releases connection and permit before the answer has arrived. */
    void breakOff() {
        request.reset();
        permit.release();
    }
}
