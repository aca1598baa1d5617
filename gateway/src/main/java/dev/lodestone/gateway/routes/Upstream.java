package dev.lodestone.gateway.routes;

import dev.lodestone.gateway.routes.UpstreamException.Reason;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * One service behind the gateway: its address, its bulkhead and its circuit breaker. Only failures of the service count for
 * the breaker: no connection, a broken connection, or silence for the whole response time-out.
 */
final class Upstream {
    private final String name;
    private final URI base;
    private final HttpClient client;
    private final UpstreamConfig config;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;

    Upstream(String name, URI base, HttpClient client, UpstreamConfig config, Vertx vertx, Clock clock) {
        if (base.getHost() == null
                || !(base.getPath().isEmpty() || base.getPath().equals("/"))) {
            throw new IllegalArgumentException(
                    "lodestone.gateway.routes." + name + " must be http(s)://host:port without a path, but is " + base);
        }
        this.name = name;
        this.base = base;
        this.client = client;
        this.config = config;
        this.bulkhead = new Bulkhead(vertx, config.connectionsMax(), config.waitingMax());
        this.breaker = new CircuitBreaker(
                config.breaker().failuresMax(), config.breaker().pause(), clock);
    }

    String name() {
        return name;
    }

    Bulkhead bulkhead() {
        return bulkhead;
    }

    /**
     * A request on a connection to the service, not yet sent, that fails with a time-out when the service is silent for
     * {@code silenceMax}. The caller releases its permit at the end.
     *
     * @return fails with {@link UpstreamException} when there is no connection
     */
    Future<UpstreamRequest> open(HttpMethod method, String uri, Duration silenceMax) {
        if (!breaker.admits()) {
            return Future.failedFuture(new UpstreamException(name, Reason.UNREACHABLE, null));
        }
        Duration waitMax = silenceMax.compareTo(config.connectTimeout()) < 0 ? silenceMax : config.connectTimeout();
        return bulkhead.acquire(waitMax)
                .recover(full -> Future.failedFuture(new UpstreamException(name, Reason.SATURATED, full)))
                .compose(permit -> connect(permit, options(method, uri, silenceMax)));
    }

    void answered() {
        breaker.succeeded();
    }

    /**
     * Classifies {@code failure}, and counts it for the breaker if it is a failure of the service.
     *
     * @param silenceMax time-out of the caller; a silence shorter than the response time-out is no failure of the service
     */
    UpstreamException failed(Throwable failure, Duration silenceMax) {
        if (failure instanceof UpstreamException named) {
            return named;
        }
        boolean silent = failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException;
        if (!silent || silenceMax.compareTo(config.responseTimeout()) >= 0) {
            breaker.failed();
        }
        return new UpstreamException(name, silent ? Reason.TOO_SLOW : Reason.BROKEN_OFF, failure);
    }

    private Future<UpstreamRequest> connect(Bulkhead.Permit permit, RequestOptions options) {
        return client.request(options)
                .map(request -> new UpstreamRequest(request, permit))
                .recover(failure -> {
                    permit.release();
                    return Future.failedFuture(unconnected(failure));
                });
    }

    private UpstreamException unconnected(Throwable failure) {
        if (failure instanceof ConnectionPoolTooBusyException) {
            return new UpstreamException(name, Reason.SATURATED, failure);
        }
        breaker.failed();
        return new UpstreamException(name, Reason.UNREACHABLE, failure);
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
}
