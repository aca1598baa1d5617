package dev.lodestone.gateway.upstreams;

import dev.lodestone.gateway.upstreams.UpstreamException.Reason;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import java.util.concurrent.TimeoutException;

/** A request to a service on a connection of its own. */
public final class UpstreamRequest {
    private final HttpClientRequest request;
    private final String service;
    private final Bulkhead.Permit permit;
    private final ServiceBreaker.Attempt attempt;
    private final boolean judgesSilence;

    /**
     * @param permit for the connection
     * @param attempt what the circuit breaker learns of it
     * @param judgesSilence whether the time-out of this request is long enough that a silence is a failure of the service
     */
    UpstreamRequest(
            HttpClientRequest request,
            String service,
            Bulkhead.Permit permit,
            ServiceBreaker.Attempt attempt,
            boolean judgesSilence) {
        this.request = request;
        this.service = service;
        this.permit = permit;
        this.attempt = attempt;
        this.judgesSilence = judgesSilence;
    }

    public HttpClientRequest request() {
        return request;
    }

    /** The service has begun to answer. */
    public void answered() {
        attempt.succeeded();
    }

    /** Classifies {@code failure}, and counts it for the breaker if it is a failure of the service. */
    public UpstreamException failed(Throwable failure) {
        boolean silent = isSilence(failure) || (failure.getCause() != null && isSilence(failure.getCause()));
        UpstreamException named = new UpstreamException(service, silent ? Reason.TOO_SLOW : Reason.BROKEN_OFF, failure);
        if (!silent || judgesSilence) {
            attempt.failed(named);
        } else {
            attempt.ended(named);
        }
        return named;
    }

    /** Lets another request use the permit; for one whose answer is complete, or is read to nowhere. */
    public void release() {
        permit.release();
    }

    /** Releases the permit and closes the connection. Only before the answer is there: later another request may use the connection. */
    public void breakOff() {
        attempt.ended(new HttpClosedException("the request was broken off"));
        permit.release();
        request.reset();
    }

    private static boolean isSilence(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
    }
}
