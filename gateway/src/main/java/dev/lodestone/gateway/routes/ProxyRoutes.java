package dev.lodestone.gateway.routes;

import dev.lodestone.gateway.edge.BodyLimit;
import dev.lodestone.gateway.edge.Refusals;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /api/<service>/...} goes to that service under the same path; other paths are left to the gateway's resources. */
@ApplicationScoped
class ProxyRoutes {
    private final Upstreams upstreams;
    private final UpstreamConfig config;
    private final BodyLimit bodyLimit;
    private final Refusals refusals;

    ProxyRoutes(Upstreams upstreams, UpstreamConfig config, BodyLimit bodyLimit, Refusals refusals) {
        this.upstreams = upstreams;
        this.config = config;
        this.bodyLimit = bodyLimit;
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
        Exchange exchange = new Exchange(context, upstream, config.responseTimeout(), bodyLimit, refusals);
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), upstreams.client())
                .origin(exchange::open)
                .addInterceptor(exchange)
                .handle(context.request());
    }
}
