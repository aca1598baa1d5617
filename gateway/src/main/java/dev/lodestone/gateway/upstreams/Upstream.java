package dev.lodestone.gateway.upstreams;

import dev.lodestone.gateway.upstreams.UpstreamException.Reason;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;

/**
 * One service behind the gateway: its address, its bulkhead and its circuit breaker. Only failures of the service count for
 * the breaker: no connection, a broken connection, or silence for the whole response time-out.
 */
public final class Upstream {
    private final String name;
    private final URI base;
    private final UpstreamConfig config;
    private final Lane requests;
    private final Lane streams;
    private final ServiceBreaker breaker;

    Upstream(
            String name,
            URI base,
            UpstreamConfig config,
            Lane requests,
            Lane streams,
            CircuitBreakerMaintenance breakers) {
        if (base.getHost() == null
                || !(base.getPath().isEmpty() || base.getPath().equals("/"))) {
            throw new IllegalArgumentException(
                    "lodestone.gateway.routes." + name + " must be http(s)://host:port without a path, but is " + base);
        }
        this.name = name;
        this.base = base;
        this.config = config;
        this.requests = requests;
        this.streams = streams;
        this.breaker = new ServiceBreaker("service " + name, config.breaker(), breakers);
    }

    public String name() {
        return name;
    }

    Bulkhead bulkhead() {
        return requests.bulkhead();
    }

    Bulkhead liveBulkhead() {
        return streams.bulkhead();
    }

    ServiceBreaker breaker() {
        return breaker;
    }

    /**
     * A request on a connection to the service, not yet sent, that fails with a time-out when the service is silent for
     * {@code silenceMax}. The caller releases its permit and says how it went.
     *
     * @return fails with {@link UpstreamException} when there is no connection
     */
    public Future<UpstreamRequest> open(HttpMethod method, String uri, Duration silenceMax) {
        return open(requests, method, uri, silenceMax);
    }

    /** As {@link #open}, for an answer that may last: it has a connection apart from those of other requests. */
    public Future<UpstreamRequest> openLive(HttpMethod method, String uri) {
        return open(streams, method, uri, config.responseTimeout());
    }

    private Future<UpstreamRequest> open(Lane lane, HttpMethod method, String uri, Duration silenceMax) {
        return breaker.begin()
                .recover(stopped -> Future.failedFuture(new UpstreamException(name, Reason.UNREACHABLE, stopped)))
                .compose(attempt -> connect(lane, options(method, uri, silenceMax), silenceMax, attempt));
    }

    /** Why there is no answer, if there was no connection yet. */
    public UpstreamException unanswered(Throwable failure) {
        return new UpstreamException(name, Reason.TOO_SLOW, failure);
    }

    private Future<UpstreamRequest> connect(
            Lane lane, RequestOptions options, Duration silenceMax, ServiceBreaker.Attempt attempt) {
        Duration waitMax = silenceMax.compareTo(config.connectTimeout()) < 0 ? silenceMax : config.connectTimeout();
        boolean judgesSilence = silenceMax.compareTo(config.responseTimeout()) >= 0;
        return lane.bulkhead()
                .acquire(waitMax)
                .recover(full -> Future.failedFuture(saturated(attempt, full)))
                .compose(permit -> lane.client()
                        .request(options)
                        .map(request -> new UpstreamRequest(request, name, permit, attempt, judgesSilence))
                        .recover(failure -> {
                            permit.release();
                            return Future.failedFuture(unconnected(attempt, failure));
                        }));
    }

    private UpstreamException unconnected(ServiceBreaker.Attempt attempt, Throwable failure) {
        if (failure instanceof ConnectionPoolTooBusyException) {
            return saturated(attempt, failure);
        }
        attempt.failed(failure);
        return new UpstreamException(name, Reason.UNREACHABLE, failure);
    }

    private UpstreamException saturated(ServiceBreaker.Attempt attempt, Throwable why) {
        attempt.ended(why);
        return new UpstreamException(name, Reason.SATURATED, why);
    }

    private RequestOptions options(HttpMethod method, String uri, Duration silenceMax) {
        boolean tls = "https".equals(base.getScheme());
        int port = base.getPort() > 0 ? base.getPort() : tls ? 443 : 80;
        return new RequestOptions()
                .setMethod(method)
                .setHost(base.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(uri)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setIdleTimeout(silenceMax.toMillis());
    }

    /** Connections of one kind, and their bound. */
    record Lane(HttpClient client, Bulkhead bulkhead) {}
}
