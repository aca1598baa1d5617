package dev.lodestone.gateway.limits;

import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Limits the requests of each client and reports the limits in the headers of draft-ietf-httpapi-ratelimit-headers. */
@ApplicationScoped
class RateLimiter {
    private static final String POLICY = "\"client\"";

    private final TokenBuckets buckets;
    private final String policy;

    RateLimiter(LimitsConfig config, Clock clock) {
        LimitsConfig.Rate rate = config.rate();
        buckets = new TokenBuckets(rate.burst(), rate.perSecond(), rate.clientsMax(), clock);
        policy = POLICY + ";q=" + rate.burst() + ";w=" + wholeSeconds(buckets.windowOfFullRefill());
    }

    /** Whether {@code client} may make a request of this cost; writes the headers on {@code response} either way. */
    boolean allows(String client, long cost, HttpServerResponse response) {
        TokenBuckets.Decision decision = buckets.take(client, cost);
        response.putHeader("RateLimit-Policy", policy);
        response.putHeader(
                "RateLimit", POLICY + ";r=" + decision.remaining() + ";t=" + wholeSeconds(decision.untilFull()));
        if (!decision.allowed()) {
            response.putHeader("Retry-After", Long.toString(Math.max(1, wholeSeconds(decision.untilNext()))));
        }
        return decision.allowed();
    }

    private static long wholeSeconds(Duration duration) {
        return Math.ceilDiv(duration.toMillis(), 1_000L);
    }
}
