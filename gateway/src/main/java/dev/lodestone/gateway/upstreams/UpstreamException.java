package dev.lodestone.gateway.upstreams;

import org.jspecify.annotations.Nullable;

/** A service did not answer. */
public final class UpstreamException extends RuntimeException {
    private final Reason reason;

    UpstreamException(String service, Reason reason, @Nullable Throwable cause) {
        super(service + " " + reason, cause, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What went wrong between the gateway and the service. */
    public enum Reason {
        /** No connection: the service has done nothing. */
        UNREACHABLE,
        /** The gateway has no free connection: the service has done nothing, and this is not its failure. */
        SATURATED,
        /** The connection broke: the service may have processed the request. */
        BROKEN_OFF,
        /** The service was silent for too long: it may still process the request. */
        TOO_SLOW
    }
}
