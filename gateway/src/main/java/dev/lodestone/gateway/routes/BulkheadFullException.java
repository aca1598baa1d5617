package dev.lodestone.gateway.routes;

/** The gateway has no room for another exchange with a service. Says nothing about the service. */
final class BulkheadFullException extends RuntimeException {
    BulkheadFullException() {
        super("no room for another exchange", null, false, false);
    }
}
