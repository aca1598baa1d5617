package dev.lodestone.gateway.edge;

import io.smallrye.config.ConfigMapping;

/** How much one client may ask. */
@ConfigMapping(prefix = "lodestone.gateway.edge")
interface EdgeConfig {
    Rate rate();

    interface Rate {
        /** Requests that a client may make at once after a pause. */
        long burst();

        /** Requests a second that a client may make for ever. */
        long perSecond();

        /** Clients remembered at most; each takes about 200 bytes. */
        int clientsMax();
    }
}
