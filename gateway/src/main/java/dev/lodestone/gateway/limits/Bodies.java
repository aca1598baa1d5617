package dev.lodestone.gateway.limits;

import dev.lodestone.gateway.refusals.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Reads a request's body to its end before the request is processed, so that a slow client occupies nothing but its own
 * connection. Size, time and memory are bounded.
 */
@ApplicationScoped
public class Bodies {
    private final Vertx vertx;
    private final BodyBudget budget;
    private final Duration timeout;
    private final BodySize size;

    Bodies(Vertx vertx, LimitsConfig config, BodySize size, MeterRegistry meters) {
        this.vertx = vertx;
        this.size = size;
        this.timeout = config.body().timeout();
        this.budget =
                new BodyBudget(config.body().perClientBytesMax(), config.body().totalBytesMax());
        meters.gauge("lodestone.gateway.body.bytes", budget, BodyBudget::total);
    }

    /**
     * The whole body, empty if there is none. Its bytes count against the client's share until the request is answered.
     *
     * @return fails with {@link RefusedException}: too large, too slow, or no memory left for it; with another failure if the client is gone
     */
    public Future<Buffer> read(RoutingContext context, String client) {
        IncomingBody body = new IncomingBody(context.request(), client, budget, size);
        RequestPermits.of(context).hold(body::close);
        return body.read(vertx, timeout);
    }
}
