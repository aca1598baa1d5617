package dev.lodestone.gateway.routes;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long and how often the gateway asks a service. */
@ConfigMapping(prefix = "lodestone.gateway.upstream")
interface UpstreamConfig {
    /** Longest wait for a connection, and before it for a free one. */
    Duration connectTimeout();

    /** Longest silence of a service before and within its answer. */
    Duration responseTimeout();

    /** Connections to one service at most. */
    int connectionsMax();

    /** Requests that wait for a connection to one service at most; more are refused at once. */
    int waitingMax();

    /** How long an unused connection is kept; less than the services keep theirs. */
    Duration keepAlive();

    Breaker breaker();

    interface Breaker {
        /** Failures in a row after which a service is left alone. */
        int failuresMax();

        /** How long it is left alone before one request tries again. */
        Duration pause();
    }
}
