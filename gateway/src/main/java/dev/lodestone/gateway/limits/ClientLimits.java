package dev.lodestone.gateway.limits;

import dev.lodestone.gateway.refusals.Refusal;
import dev.lodestone.gateway.refusals.Refusals;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Limits each client to its share, so that no client can block the gateway for the others. */
@ApplicationScoped
public class ClientLimits {
    private static final Map<String, String> SOON = Map.of("Retry-After", "1");

    private final RateLimiter rateLimiter;
    private final RequestCosts costs;
    private final BodySize size;
    private final ClientPermits permits;
    private final Refusals refusals;

    ClientLimits(RateLimiter rateLimiter, BodySize size, LimitsConfig config, Refusals refusals, MeterRegistry meters) {
        this.rateLimiter = rateLimiter;
        this.costs = RequestCosts.of(config.rate().costs().values());
        this.permits = new ClientPermits(config.concurrency().perClientMax());
        this.size = size;
        this.refusals = refusals;
        meters.gauge("lodestone.gateway.active.clients", permits, ClientPermits::clients);
    }

    /**
     * Whether {@code client} may make this request; if not, it has been answered, or nobody waits for an answer. An accepted request counts as active until it is
     * answered or its connection is gone.
     */
    public boolean admits(RoutingContext context, String client) {
        RequestPermits held = RequestPermits.of(context);
        if (held.isOver()) {
            return false;
        }
        // The decoded path, so that another spelling of an expensive path is not cheap.
        long cost = costs.of(context.request().method().name(), context.normalizedPath());
        if (!isWithinRate(context, client, cost)) {
            return false;
        }
        if (size.isExceededBy(context.request())) {
            refusals.answer(context.request(), size.refusal());
            return false;
        }
        if (!permits.tryAcquire(client)) {
            refusals.answer(
                    context.request(),
                    new Refusal(
                            LimitsProblems.CONCURRENCY_LIMITED,
                            "Wait until other requests of yours are answered, then repeat this one",
                            SOON));
            return false;
        }
        held.hold(() -> permits.release(client));
        return !held.isOver();
    }

    /** Whether {@code client} may be refused once more; if not, it has been answered. */
    public boolean isWithinRate(RoutingContext context, String client) {
        return isWithinRate(context, client, RequestCosts.ORDINARY);
    }

    private boolean isWithinRate(RoutingContext context, String client, long cost) {
        boolean allowed = rateLimiter.allows(client, cost, context.response());
        if (!allowed) {
            refusals.answer(
                    context.request(),
                    new Refusal(
                            LimitsProblems.RATE_LIMITED,
                            "Wait as many seconds as Retry-After says, then repeat the request"));
        }
        return allowed;
    }
}
