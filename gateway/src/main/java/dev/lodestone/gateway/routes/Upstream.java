package dev.lodestone.gateway.routes;

import dev.lodestone.gateway.routes.UpstreamException.Reason;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** One service behind the gateway: its address and its circuit breaker. */
final class Upstream {
    private final String name;
    private final URI base;
    private final HttpClient client;
    private final Duration connectTimeout;
    private final CircuitBreaker breaker;

    Upstream(String name, URI base, HttpClient client, UpstreamConfig config, Clock clock) {
        if (base.getHost() == null
                || !(base.getPath().isEmpty() || base.getPath().equals("/"))) {
            throw new IllegalArgumentException(
                    "lodestone.gateway.routes." + name + " must be http(s)://host:port without a path, but is " + base);
        }
        this.name = name;
        this.base = base;
        this.client = client;
        this.connectTimeout = config.connectTimeout();
        this.breaker = new CircuitBreaker(
                config.breaker().failuresMax(), config.breaker().pause(), clock);
    }

    String name() {
        return name;
    }

    /**
     * A request on a connection to the service, not yet sent, that fails with a time-out when the service is silent for
     * {@code silenceMax}.
     *
     * @return fails with {@link UpstreamException} when there is no connection
     */
    Future<HttpClientRequest> open(HttpMethod method, String uri, Duration silenceMax) {
        if (!breaker.admits()) {
            return Future.failedFuture(new UpstreamException(name, Reason.UNREACHABLE, null));
        }
        return client.request(options(method, uri, silenceMax)).recover(failure -> {
            breaker.failed();
            return Future.failedFuture(new UpstreamException(name, Reason.UNREACHABLE, failure));
        });
    }

    void answered() {
        breaker.succeeded();
    }

    /** Counts {@code failure} against the service and gives it a name. */
    UpstreamException failed(Throwable failure) {
        if (failure instanceof UpstreamException named) {
            return named;
        }
        breaker.failed();
        Reason reason = failure instanceof TimeoutException ? Reason.TOO_SLOW : Reason.BROKEN_OFF;
        return new UpstreamException(name, reason, failure);
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
                .setConnectTimeout(connectTimeout.toMillis())
                .setIdleTimeout(silenceMax.toMillis());
    }
}
