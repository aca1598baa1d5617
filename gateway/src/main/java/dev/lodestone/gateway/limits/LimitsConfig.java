package dev.lodestone.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much one client may use. */
@ConfigMapping(prefix = "lodestone.gateway.limits")
interface LimitsConfig {
    Rate rate();

    Concurrency concurrency();

    Body body();

    interface Rate {
        /** Tokens in a full bucket; an ordinary request costs one. */
        long burst();

        /** Tokens added to a bucket each second. */
        long perSecond();

        /** The largest number of buckets in memory; each uses about 200 bytes. */
        int clientsMax();

        /** Requests that cost more than one token; the name is free. */
        Map<String, Cost> costs();
    }

    interface Cost {
        /** The method; by default any. */
        Optional<String> method();

        /** Whole paths, in which {@code *} stands for one segment. */
        List<String> paths();

        /** Tokens that such a request costs. */
        @WithDefault("1")
        int tokens();
    }

    interface Concurrency {
        /** Concurrent requests of one client, which includes those whose body is still arriving. */
        int perClientMax();
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
