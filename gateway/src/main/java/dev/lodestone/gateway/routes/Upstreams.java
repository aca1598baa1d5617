package dev.lodestone.gateway.routes;

import dev.lodestone.gateway.routes.UpstreamException.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/** The services behind the gateway. The other packages ask them through {@link #get}. */
@ApplicationScoped
public class Upstreams {
    private final Map<String, Upstream> byName = new TreeMap<>();
    private final Vertx vertx;
    private final HttpClient client;

    Upstreams(Vertx vertx, RoutesConfig routes, UpstreamConfig config, MeterRegistry meters, Clock clock) {
        this.vertx = vertx;
        client = vertx.createHttpClient(clientOptions(config), poolOptions(config));
        routes.services().forEach((name, base) -> {
            Upstream upstream = new Upstream(name, base, client, config, vertx, clock);
            byName.put(name, upstream);
            measure(meters, upstream);
        });
    }

    /** Names of the services that have an address, sorted. */
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /**
     * Asks a service for a small document.
     *
     * @param bound longest wait for the whole answer; a service that exceeds it is not taken for broken, unless the bound is as long as
     *     the response time-out
     * @param bytesMax largest answer that is taken
     * @return fails with {@link UpstreamException} when the service does not give a whole answer in time
     */
    public Uni<Answer> get(String service, String uri, Map<String, String> headers, Duration bound, int bytesMax) {
        Upstream upstream = byName.get(service);
        if (upstream == null) {
            return Uni.createFrom().failure(new UpstreamException(service, Reason.UNREACHABLE, null));
        }
        return Uni.createFrom()
                .completionStage(
                        () -> ask(upstream, uri, headers, bound, bytesMax).toCompletionStage())
                .ifNoItem()
                .after(bound)
                .failWith(() -> new UpstreamException(service, Reason.TOO_SLOW, null));
    }

    HttpClient client() {
        return client;
    }

    Collection<Upstream> all() {
        return byName.values();
    }

    private Future<Answer> ask(
            Upstream upstream, String uri, Map<String, String> headers, Duration bound, int bytesMax) {
        return upstream.open(HttpMethod.GET, uri, bound)
                .compose(opened -> exchange(opened, headers, bound, bytesMax))
                .onSuccess(answer -> upstream.answered())
                .recover(failure -> Future.failedFuture(upstream.failed(failure, bound)));
    }

    private Future<Answer> exchange(UpstreamRequest opened, Map<String, String> headers, Duration bound, int bytesMax) {
        HttpClientRequest request = opened.request();
        // The caller no longer waits: a slow answer must not occupy the connection.
        long timer = vertx.setTimer(bound.toMillis(), over -> request.reset(0, new TimeoutException()));
        return Future.succeededFuture(request)
                .compose(ready -> send(ready, headers))
                .compose(response -> read(request, response, bytesMax))
                .onComplete(done -> {
                    vertx.cancelTimer(timer);
                    opened.permit().release();
                });
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Map<String, String> headers) {
        headers.forEach(request::putHeader);
        return request.send();
    }

    private static Future<Answer> read(HttpClientRequest request, HttpClientResponse response, int bytesMax) {
        Promise<Answer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            if (body.length() + chunk.length() > bytesMax) {
                request.reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(new Answer(response.statusCode(), body)));
        return whole.future();
    }

    private static void measure(MeterRegistry meters, Upstream upstream) {
        Tags service = Tags.of("service", upstream.name());
        meters.gauge("lodestone.gateway.upstream.connections", service, upstream.bulkhead(), Bulkhead::taken);
        meters.gauge("lodestone.gateway.upstream.waiting", service, upstream.bulkhead(), Bulkhead::waiting);
    }

    private static HttpClientOptions clientOptions(UpstreamConfig config) {
        return new HttpClientOptions()
                .setKeepAliveTimeout(Math.toIntExact(config.keepAlive().toSeconds()));
    }

    /** The bulkheads keep requests out of the pool's own queue, except for the moment in which a connection is released. */
    private static PoolOptions poolOptions(UpstreamConfig config) {
        return new PoolOptions().setHttp1MaxSize(config.connectionsMax()).setMaxWaitQueueSize(config.connectionsMax());
    }

    /** A service's answer, whatever its status. */
    public record Answer(int status, Buffer body) {}
}
