package dev.lodestone.gateway.routes;

import org.jspecify.annotations.Nullable;

/** A service gave no answer. */
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
        /** The gateway has no connection left for it: the service has done nothing, and is not to blame. */
        SATURATED,
        /** The connection broke: the service may have done its work. */
        BROKEN_OFF,
        /** It was silent for too long: the service may still do its work. */
        TOO_SLOW
    }
}
