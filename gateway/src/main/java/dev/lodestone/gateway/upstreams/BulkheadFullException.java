package dev.lodestone.gateway.upstreams;

/** The limit of concurrent exchanges with a service is reached. This is no failure of the service. */
final class BulkheadFullException extends RuntimeException {
    BulkheadFullException() {
        super("the limit of concurrent exchanges is reached", null, false, false);
    }
}
