package dev.lodestone.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much one client may take. */
@ConfigMapping(prefix = "lodestone.gateway.limits")
interface LimitsConfig {
    Rate rate();

    Concurrency concurrency();

    Body body();

    interface Rate {
        /** Tokens that a client has after a pause; an ordinary request takes one. */
        long burst();

        /** Tokens that a client gets back each second. */
        long perSecond();

        /** Clients remembered at most; each takes about 200 bytes. */
        int clientsMax();

        /** Requests that take more than one token, by a name of their own. */
        Map<String, Cost> costs();
    }

    interface Cost {
        /** The method; any, if left out. */
        Optional<String> method();

        /** Whole paths, in which {@code *} stands for one segment. */
        List<String> paths();

        /** Tokens that such a request takes. */
        @WithDefault("1")
        int tokens();
    }

    interface Concurrency {
        /** Requests of one client that are under way at once, those whose body is still coming included. */
        int perClientMax();
    }

    interface Body {
        /** Longest time from a request's head to the end of its body. */
        Duration timeout();

        /** Pieces in which a body may come. */
        int piecesMax();

        /** Bytes of bodies held for one client at once. */
        long perClientBytesMax();

        /** Bytes of bodies held for all clients at once. */
        long totalBytesMax();
    }
}
