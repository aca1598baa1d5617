package dev.lodestone.gateway.routes;

import dev.lodestone.gateway.edge.Client;
import dev.lodestone.gateway.limits.Bodies;
import dev.lodestone.gateway.limits.LiveRequest;
import dev.lodestone.gateway.refusals.Refusals;
import dev.lodestone.gateway.refusals.RefusedException;
import dev.lodestone.gateway.upstreams.Upstream;
import dev.lodestone.gateway.upstreams.UpstreamConfig;
import dev.lodestone.gateway.upstreams.Upstreams;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * {@code /api/<service>/...} goes to that service under the same path; other paths are left to the gateway's resources. A request's body
 * is read to its end first, so that only whole requests take a connection to a service.
 */
@ApplicationScoped
class ProxyRoutes {
    private final Upstreams upstreams;
    private final ProxySettings settings;
    private final Bodies bodies;
    private final Refusals refusals;

    ProxyRoutes(
            Vertx vertx,
            Upstreams upstreams,
            UpstreamConfig config,
            StreamsConfig streams,
            Bodies bodies,
            Refusals refusals,
            Clock clock) {
        this.upstreams = upstreams;
        this.settings = new ProxySettings(vertx, clock, config.responseTimeout(), streams.idleTimeout());
        this.bodies = bodies;
        this.refusals = refusals;
    }

    void register(@Observes Router router) {
        for (Upstream upstream : upstreams.all()) {
            router.route("/api/" + upstream.name() + "/*")
                    .order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT)
                    .handler(context -> pass(context, upstream));
        }
    }

    private void pass(RoutingContext context, Upstream upstream) {
        if (LiveRequest.isForWebSocket(context.request())) {
            new WebSocketTunnel(context, new ServiceFailures(upstream, refusals), settings)
                    .open(upstream.openLive(HttpMethod.GET, ProxyExchange.uri(context)));
            return;
        }
        bodies.read(context, Client.of(context))
                .onSuccess(body -> forward(context, upstream, body))
                .onFailure(failure -> refuse(context, failure));
    }

    private void forward(RoutingContext context, Upstream upstream, Buffer body) {
        boolean live = LiveRequest.is(context.request());
        ProxyExchange exchange =
                new ProxyExchange(context, upstream, live, body, settings, new ServiceFailures(upstream, refusals));
        HttpProxy.reverseProxy(
                        new ProxyOptions().setSupportWebSocket(false),
                        live ? upstreams.liveClient() : upstreams.client())
                .origin(exchange::open)
                .addInterceptor(exchange)
                .handle(context.request());
    }

    private void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof RefusedException refused) {
            refusals.answer(context.request(), refused.refusal());
        } else {
            // The client has disconnected, so there is nothing to answer.
            context.request().connection().close();
        }
    }
}
