package dev.lodestone.gateway.limits;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How much one client may use. */
@ConfigMapping(prefix = "lodestone.gateway.limits")
interface LimitsConfig {
    Concurrency concurrency();

    Body body();

    interface Concurrency {
        /** Concurrent requests of one client, which includes those whose body is still arriving. */
        int perClientMax();

        /** Live streams of one client: server-sent events and WebSockets, which are not counted as requests. */
        int streamsPerClientMax();
    }

    interface Body {
        /** Longest time from a request's head to the end of its body. */
        Duration timeout();

        /** Pieces in which a body may come. */
        int piecesMax();

        /** Bytes of bodies in memory for one client. */
        long perClientBytesMax();

        /** Bytes of bodies in memory for all clients. */
        long totalBytesMax();
    }
}
