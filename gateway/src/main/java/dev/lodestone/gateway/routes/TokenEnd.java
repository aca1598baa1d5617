package dev.lodestone.gateway.routes;

import dev.lodestone.gateway.edge.Client;
import dev.lodestone.gateway.limits.RequestPermits;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;

/** Ends what lasts longer than the token that allowed it. */
final class TokenEnd {
    /** Longer than any token lives; a timer must not overflow. */
    private static final Duration LATEST = Duration.ofDays(30);

    private TokenEnd() {}

    static void call(RoutingContext context, Vertx vertx, Clock clock, Runnable over) {
        Client.expiry(context).ifPresent(expiry -> {
            Duration left = Duration.between(clock.instant(), expiry);
            Duration wait = left.compareTo(LATEST) < 0 ? left : LATEST;
            long timer = vertx.setTimer(Math.max(1, wait.toMillis()), due -> over.run());
            RequestPermits.of(context).hold(() -> vertx.cancelTimer(timer));
        });
    }
}
