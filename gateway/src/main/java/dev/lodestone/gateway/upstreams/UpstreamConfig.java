package dev.lodestone.gateway.upstreams;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Time-outs and limits for requests to a service. */
@ConfigMapping(prefix = "lodestone.gateway.upstream")
public interface UpstreamConfig {
    /** Longest wait for a free connection, and then to open it. */
    Duration connectTimeout();

    /** Longest silence of a service before and within its answer. */
    Duration responseTimeout();

    /** Largest number of connections to one service. */
    int connectionsMax();

    /** Largest number of requests that wait for a connection to one service; more are rejected at once. */
    int waitingMax();

    /** Largest number of live streams, which have connections of their own; each service has an equal share of it. */
    int streamsMax();

    /** How long an unused connection stays open; shorter than the services keep theirs. */
    Duration keepAlive();

    Breaker breaker();

    interface Breaker {
        /** Failures in a row that open the breaker. */
        int failuresMax();

        /** How long the breaker stays open before one trial request. */
        Duration pause();
    }
}
