package dev.lodestone.gateway.upstreams;

import dev.lodestone.gateway.upstreams.Upstream.Lane;
import dev.lodestone.gateway.upstreams.UpstreamException.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The services behind the gateway. Small documents are asked for through {@link #get}. */
@ApplicationScoped
public class Upstreams {
    /** A stream that finds no place may find none for hours. */
    private static final int NONE_WAITING = 0;

    private final Map<String, Upstream> byName = new TreeMap<>();
    private final Map<Duration, TypedGuard<CompletionStage<Answer>>> bounds = new ConcurrentHashMap<>();
    private final HttpClient client;
    private final HttpClient liveClient;

    Upstreams(
            Vertx vertx,
            RoutesConfig routes,
            UpstreamConfig config,
            MeterRegistry meters,
            CircuitBreakerMaintenance breakers) {
        client = vertx.createHttpClient(clientOptions(config), poolOptions(config.connectionsMax()));
        liveClient = vertx.createHttpClient(clientOptions(config), poolOptions(config.streamsMax()));
        // Streams of all services together leave the gateway's own connections to other requests, and each service has
        // its share.
        int streamsOfEach =
                Math.max(1, config.streamsMax() / Math.max(1, routes.services().size()));
        routes.services().forEach((name, base) -> {
            Upstream upstream = new Upstream(
                    name,
                    base,
                    config,
                    new Lane(client, new Bulkhead(vertx, config.connectionsMax(), config.waitingMax())),
                    new Lane(liveClient, new Bulkhead(vertx, streamsOfEach, NONE_WAITING)),
                    breakers);
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
        TypedGuard<CompletionStage<Answer>> bounded = bounds.computeIfAbsent(bound, Upstreams::bounded);
        return Uni.createFrom().completionStage(() -> {
            DocumentRequest request = new DocumentRequest(upstream, uri, headers, bound, bytesMax);
            return bounded.get(request::send)
                    .exceptionallyCompose(failure -> CompletableFuture.failedStage(request.failed(failure)));
        });
    }

    /** Has the connections of ordinary requests to all services. */
    public HttpClient client() {
        return client;
    }

    /** Has the connections of live streams. */
    public HttpClient liveClient() {
        return liveClient;
    }

    public Collection<Upstream> all() {
        return byName.values();
    }

    /** Ends the wait for the whole of an answer; the time-out of the client only ends a silence. */
    private static TypedGuard<CompletionStage<Answer>> bounded(Duration bound) {
        return TypedGuard.create(new TypeLiteral<CompletionStage<Answer>>() {})
                .withDescription("documents of services in " + bound)
                .withTimeout()
                .duration(bound.toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    private static void measure(MeterRegistry meters, Upstream upstream) {
        Tags service = Tags.of("service", upstream.name());
        meters.gauge("lodestone.gateway.upstream.connections", service, upstream.bulkhead(), Bulkhead::taken);
        meters.gauge("lodestone.gateway.upstream.waiting", service, upstream.bulkhead(), Bulkhead::waiting);
        meters.gauge("lodestone.gateway.upstream.streams", service, upstream.liveBulkhead(), Bulkhead::taken);
        meters.gauge(
                "lodestone.gateway.upstream.open", service, upstream.breaker(), breaker -> breaker.isClosed() ? 0 : 1);
    }

    private static HttpClientOptions clientOptions(UpstreamConfig config) {
        return new HttpClientOptions()
                .setKeepAliveTimeout(Math.toIntExact(config.keepAlive().toSeconds()));
    }

    /** The bulkheads keep requests out of the pool's own queue, except for the moment in which a connection is released. */
    private static PoolOptions poolOptions(int connectionsMax) {
        return new PoolOptions().setHttp1MaxSize(connectionsMax).setMaxWaitQueueSize(connectionsMax);
    }

    /** A service's answer, whatever its status. */
    public record Answer(int status, Buffer body) {}
}
