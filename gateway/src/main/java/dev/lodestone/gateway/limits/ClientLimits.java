package dev.lodestone.gateway.limits;

import dev.lodestone.gateway.rates.RateDecision;
import dev.lodestone.gateway.rates.RateLimiter;
import dev.lodestone.gateway.refusals.Refusal;
import dev.lodestone.gateway.refusals.Refusals;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Limits each client to its share, so that no client can block the gateway for the others. */
@ApplicationScoped
public class ClientLimits {
    private static final String WAIT_FOR_OTHERS =
            "Wait until other requests of yours are answered, then repeat this one";
    private static final String CLOSE_A_STREAM = "Close another stream of yours, then repeat this one";
    private static final Map<String, String> SOON = Map.of("Retry-After", "1");

    private final RateLimiter rateLimiter;
    private final BodySize size;
    private final ClientPermits requests;
    private final ClientPermits streams;
    private final Refusals refusals;

    ClientLimits(RateLimiter rateLimiter, BodySize size, LimitsConfig config, Refusals refusals, MeterRegistry meters) {
        this.rateLimiter = rateLimiter;
        this.requests = new ClientPermits(config.concurrency().perClientMax());
        this.streams = new ClientPermits(config.concurrency().streamsPerClientMax());
        this.size = size;
        this.refusals = refusals;
        meters.gauge("lodestone.gateway.active.clients", requests, ClientPermits::clients);
        meters.gauge("lodestone.gateway.streaming.clients", streams, ClientPermits::clients);
    }

    /**
     * Calls {@code accepted} if {@code client} may make this request, at once or later on the same event loop; if not, it has been answered,
     * or nobody waits for an answer. An accepted request counts as active until it is answered or its connection is gone.
     */
    public void admit(RoutingContext context, String client, Runnable accepted) {
        long cost = rateLimiter.cost(context.request().method().name(), context.normalizedPath());
        ifWithinRate(context, client, cost, () -> {
            if (admitsNow(context, client)) {
                accepted.run();
            }
        });
    }

    /** Calls {@code refusal} if {@code client} may be refused once more; if not, it has been answered. */
    public void refuse(RoutingContext context, String client, Runnable refusal) {
        ifWithinRate(context, client, rateLimiter.ordinaryCost(), refusal);
    }

    private boolean admitsNow(RoutingContext context, String client) {
        RequestPermits held = RequestPermits.of(context);
        if (size.isExceededBy(context.request())) {
            refusals.answer(context.request(), size.refusal());
            return false;
        }
        ClientPermits permits = LiveRequest.is(context.request()) ? streams : requests;
        if (!permits.tryAcquire(client)) {
            refusals.answer(
                    context.request(),
                    new Refusal(
                            LimitsProblems.CONCURRENCY_LIMITED,
                            permits == streams ? CLOSE_A_STREAM : WAIT_FOR_OTHERS,
                            SOON));
            return false;
        }
        held.hold(() -> permits.release(client));
        return !held.isOver();
    }

    private void ifWithinRate(RoutingContext context, String client, long cost, Runnable allowed) {
        if (RequestPermits.of(context).isOver()) {
            return;
        }
        rateLimiter.take(client, cost).onSuccess(decision -> {
            // The client may have disconnected meanwhile.
            if (!RequestPermits.of(context).isOver()) {
                settle(context, decision, allowed);
            }
        });
    }

    private void settle(RoutingContext context, RateDecision decision, Runnable allowed) {
        rateLimiter.report(decision, context.response());
        if (!decision.allowed()) {
            refusals.answer(
                    context.request(),
                    new Refusal(
                            LimitsProblems.RATE_LIMITED,
                            "Wait as many seconds as Retry-After says, then repeat the request"));
            return;
        }
        try {
            allowed.run();
        } catch (RuntimeException failure) {
            // On a later turn of the event loop nobody else would answer the request.
            context.fail(failure);
        }
    }
}
