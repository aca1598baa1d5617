package dev.lodestone.gateway.rates;

import dev.lodestone.platform.alarm.Alarms;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Limits the requests of each client and reports the limits in the headers of draft-ietf-httpapi-ratelimit-headers. */
@ApplicationScoped
public class RateLimiter {
    private static final String POLICY = "\"client\"";

    private final Vertx vertx;
    private final RequestCosts costs;
    private final LocalBuckets local;
    private final @Nullable SharedRate shared;
    private final String policy;

    RateLimiter(RatesConfig config, Vertx vertx, Instance<Redis> redis, Alarms alarms, MeterRegistry meters) {
        RateLimit limit = new RateLimit(config.burst(), config.perSecond());
        this.vertx = vertx;
        this.costs = RequestCosts.of(config.costs().values());
        this.local = new LocalBuckets(limit, config.clientsMax(), TimeMeter.SYSTEM_NANOTIME);
        this.shared = config.redis().address().isPresent()
                ? new SharedRate(
                        local,
                        new SharedBuckets(limit, redis.get()),
                        new SharedRefusals(config.clientsMax(), limit.windowOfFullRefill()),
                        config.redis(),
                        alarms)
                : null;
        this.policy = POLICY + ";q=" + limit.burst() + ";w=" + wholeSeconds(limit.windowOfFullRefill());
        meters.gauge("lodestone.gateway.limits.clients", local, LocalBuckets::size);
        if (shared != null) {
            meters.gauge("lodestone.gateway.limits.shared", shared, rates -> rates.isAway() ? 0 : 1);
        }
    }

    /** Tokens that an ordinary request costs. */
    public long ordinaryCost() {
        return RequestCosts.ORDINARY;
    }

    /** @param path decoded, so that another spelling of an expensive path is not cheap */
    public long cost(String method, String path) {
        return costs.of(method, path);
    }

    /** Takes what a request of this cost needs; completes on the caller's event loop, at once where limits are not shared. Never fails. */
    public Future<RateDecision> take(String client, long cost) {
        RateDecision own = local.take(client, cost);
        if (shared == null || !own.allowed()) {
            return Future.succeededFuture(own);
        }
        Context caller = vertx.getOrCreateContext();
        return Future.fromCompletionStage(
                shared.take(client, cost, own, later -> caller.runOnContext(now -> later.run())), caller);
    }

    /** Writes the headers about {@code decision}, allowed or not. */
    public void report(RateDecision decision, HttpServerResponse response) {
        response.putHeader("RateLimit-Policy", policy);
        response.putHeader(
                "RateLimit", POLICY + ";r=" + decision.remaining() + ";t=" + wholeSeconds(decision.untilFull()));
        if (!decision.allowed()) {
            response.putHeader("Retry-After", Long.toString(Math.max(1, wholeSeconds(decision.untilNext()))));
        }
    }

    private static long wholeSeconds(Duration duration) {
        return Math.ceilDiv(duration.toMillis(), 1_000L);
    }
}
