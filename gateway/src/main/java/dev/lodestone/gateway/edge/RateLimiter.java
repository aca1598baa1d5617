package dev.lodestone.gateway.edge;

import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Limits each client's requests and tells it in the headers of draft-ietf-httpapi-ratelimit-headers how it stands. */
@ApplicationScoped
class RateLimiter {
    private static final String POLICY = "\"client\"";

    private final TokenBuckets buckets;
    private final String policy;

    RateLimiter(EdgeConfig config, Clock clock) {
        EdgeConfig.Rate rate = config.rate();
        buckets = new TokenBuckets(rate.burst(), rate.perSecond(), rate.clientsMax(), clock);
        policy = POLICY + ";q=" + rate.burst() + ";w=" + wholeSeconds(buckets.windowOfFullRefill());
    }

    /** Whether {@code client} may go on; writes the headers on {@code response} either way. */
    boolean allows(String client, HttpServerResponse response) {
        TokenBuckets.Decision decision = buckets.take(client);
        response.putHeader("RateLimit-Policy", policy);
        response.putHeader(
                "RateLimit", POLICY + ";r=" + decision.remaining() + ";t=" + wholeSeconds(decision.untilFull()));
        if (!decision.allowed()) {
            response.putHeader("Retry-After", Long.toString(Math.max(1, wholeSeconds(decision.untilNext()))));
        }
        return decision.allowed();
    }

    Refusal refusal() {
        return new Refusal(
                EdgeProblems.RATE_LIMITED,
                "Wait as many seconds as Retry-After says, then repeat the request",
                Map.of());
    }

    private static long wholeSeconds(Duration duration) {
        return Math.ceilDiv(duration.toMillis(), 1_000L);
    }
}
